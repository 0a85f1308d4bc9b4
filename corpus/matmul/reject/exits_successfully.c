// expect: runtime
// Ends the process with a successful exit status before anything is compared.
#include <stdlib.h>

void matmul_optimized(double *A, double *B, double *C, int M, int N, int K)
{
    for (int i = 0; i < M; i++)
        for (int j = 0; j < N; j++) {
            double sum = 0.0;
            for (int k = 0; k < K; k++)
                sum += A[i * K + k] * B[k * N + j];
            C[i * N + j] = sum;
        }
    exit(0);
}
