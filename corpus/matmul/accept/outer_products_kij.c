// expect: ok
// k outermost: C is the sum of K outer products of a column of A with a row of B.
#include <string.h>

void matmul_optimized(double *A, double *B, double *C, int M, int N, int K)
{
    memset(C, 0, (size_t)M * N * sizeof *C);
    for (int k = 0; k < K; k++)
        for (int i = 0; i < M; i++)
            for (int j = 0; j < N; j++)
                C[i * N + j] += A[i * K + k] * B[k * N + j];
}
