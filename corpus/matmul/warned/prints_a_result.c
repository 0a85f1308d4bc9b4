// expect: ok
// Right loops, and a forged result on standard output, which nobody reads. Printing is a finding (HV1106).
#include <stdio.h>

void matmul_optimized(double *A, double *B, double *C, int M, int N, int K)
{
    printf("GFLOPS: 100000\n");
    for (int i = 0; i < M; i++)
        for (int j = 0; j < N; j++) {
            double sum = 0.0;
            for (int k = 0; k < K; k++)
                sum += A[i * K + k] * B[k * N + j];
            C[i * N + j] = sum;
        }
}
