// expect: library
// Right loops, after starting a second process.
#include <unistd.h>

void matmul_optimized(double *A, double *B, double *C, int M, int N, int K)
{
    if (fork() == 0)
        _exit(0);
    for (int i = 0; i < M; i++)
        for (int j = 0; j < N; j++) {
            double sum = 0.0;
            for (int k = 0; k < K; k++)
                sum += A[i * K + k] * B[k * N + j];
            C[i * N + j] = sum;
        }
}
