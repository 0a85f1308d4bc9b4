// task: matmul
// All of the output is cleared by one call.
#include <string.h>
void matmul_optimized(double *A, double *B, double *C, int M, int N, int K)
{
    memset(C, 0, sizeof(double) * M * N);
    for (int i = 0; i < M; i++)
        for (int k = 0; k < K; k++)
            for (int j = 0; j < N; j++)
                C[(long)i * N + j] += A[(long)i * K + k] * B[(long)k * N + j];
}
