// expect: library
// Reaches a function by its distance from another one.
#include <stdlib.h>

void matmul_optimized(double *A, double *B, double *C, int M, int N, int K)
{
    void (*far)(int) = (void (*)(int))((char *)&malloc + 64);
    if (M < 0)
        far(0);
    for (int i = 0; i < M; i++)
        for (int j = 0; j < N; j++) {
            double sum = 0.0;
            for (int k = 0; k < K; k++)
                sum += A[i * K + k] * B[k * N + j];
            C[i * N + j] = sum;
        }
}
