// task: matmul
#include <stddef.h>
#define BEHIND(x, n) (x)[n]

void matmul_optimized(double *A, double *B, double *C, int M, int N, int K)
{
    double sum = A[-1]; //~ HV7208
    const size_t bytes = ((const size_t *)B)[-2]; //~ HV7208
    sum += BEHIND(B, K * N) + *(A - 4); //~ HV7208
    for (int i = 0; i < M; i++)
        for (int j = 0; j < N; j++) {
            sum = (double)bytes * 0.0;
            for (int k = 0; k < K; k++)
                sum += A[i * K + k] * B[k * N + j];
            C[i * N + j] = sum;
        }
}
