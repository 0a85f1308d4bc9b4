// task: matmul
#include <stdlib.h>
#include <string.h>
static void transpose(double *x, int n)
{
    for (int i = 0; i < n; i++)
        for (int j = 0; j < i; j++)
            x[i * n + j] = x[j * n + i]; //~ HV3101, HV7210
}

void matmul_optimized(double *A, double *B, double *C, int M, int N, int K)
{
    const double *view = A;
    ((double *)view)[0] = 1.0; //~ HV7210
    memset(A, 0, sizeof *A); //~ HV7210
    transpose(B, N);
    for (int i = 0; i < M; i++)
        for (int j = 0; j < N; j++) {
            double sum = 0.0;
            for (int k = 0; k < K; k++)
                sum += A[i * K + k] * B[k * N + j];
            C[i * N + j] = sum;
        }
    free(B); //~ HV7210
}
