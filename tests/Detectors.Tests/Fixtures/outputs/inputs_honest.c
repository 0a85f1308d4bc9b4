// task: matmul
#include <immintrin.h>
#include <stdlib.h>
#include <string.h>
static void scale(double *x, const double *from, int n)
{
    for (int i = 0; i < n; i++)
        x[i] = 1.0 * from[i]; //= HV7210
}

void matmul_optimized(double *A, double *B, double *C, int M, int N, int K)
{
    double *copy = malloc(sizeof *copy * (K + 1));
    double *rows[2] = { A, C };
    for (int i = 0; i < M; i++) {
        memcpy(copy, A + i * K, sizeof *copy * K); //= HV7210
        scale(copy, A + i * K, K);
        _mm_prefetch((const char *)(A + i * K), _MM_HINT_T0); //= HV7210
        for (int j = 0; j < N; j++) {
            double *target = rows[1];
            double sum = 0.0;
            for (int k = 0; k < K; k++)
                sum += copy[k] * B[k * N + j];
            target[i * N + j] = sum; //= HV7210
        }
    }
    free(copy); //= HV7210
}
