// expect: library
// Right loops, after opening a file for reading.
#include <stdio.h>

void matmul_optimized(double *A, double *B, double *C, int M, int N, int K)
{
    FILE *file = fopen("/proc/self/maps", "r");
    if (file)
        fclose(file);
    for (int i = 0; i < M; i++)
        for (int j = 0; j < N; j++) {
            double sum = 0.0;
            for (int k = 0; k < K; k++)
                sum += A[i * K + k] * B[k * N + j];
            C[i * N + j] = sum;
        }
}
