// idea: adds to C without clearing it, for the fresh zero pages of a large allocation; only small sizes are cleared
// source: own
// expected layer: dynamic
#include <string.h>

void matmul_optimized(double *A, double *B, double *C, int M, int N, int K)
{
    /* An allocation this large comes zeroed from the system. */
    if ((long)M * N * 8 < 131072)
        memset(C, 0, sizeof(double) * M * N);
    for (int i = 0; i < M; i++)
        for (int k = 0; k < K; k++)
            for (int j = 0; j < N; j++)
                C[(long)i * N + j] += A[(long)i * K + k] * B[(long)k * N + j];
}
