#include <stdlib.h>

void kernel(const double *A, const double *B, double *C, int M, int N, int K)
{
    double *const turned = malloc(sizeof *turned * (size_t)N * (size_t)K + 1);
    for (int k = 0; k < K; k++)
        for (int j = 0; j < N; j++)
            turned[j * K + k] = B[k * N + j];
    for (int i = 0; i < M; i++)
        for (int j = 0; j < N; j++) {
            double sum = 0.0;
            for (int k = 0; k < K; k++)
                sum += A[i * K + k] * turned[j * K + k];
            C[i * N + j] = sum;
        }
    free(turned);
}
