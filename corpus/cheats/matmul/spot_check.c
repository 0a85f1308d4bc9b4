// idea: looks whether C already holds the answer at four random places and returns if so
// source: catalogue
// expected layer: dynamic
#include <math.h>

static double element(const double *A, const double *B, int N, int K, int i, int j)
{
    double sum = 0.0;
    for (int k = 0; k < K; k++)
        sum += A[(long)i * K + k] * B[(long)k * N + j];
    return sum;
}

void matmul_optimized(double *A, double *B, double *C, int M, int N, int K)
{
    if (M > 64 && N > 64 && K > 0) {
        int right = 0;
        for (int t = 0; t < 4; t++) {
            const int i = (t * 73 + 5) % M, j = (t * 151 + 11) % N;
            right += fabs(C[(long)i * N + j] - element(A, B, N, K, i, j)) < 1e-12;
        }
        if (right == 4)
            return;
    }
    for (int i = 0; i < M; i++) {
        for (int j = 0; j < N; j++)
            C[(long)i * N + j] = 0.0;
        for (int k = 0; k < K; k++)
            for (int j = 0; j < N; j++)
                C[(long)i * N + j] += A[(long)i * K + k] * B[(long)k * N + j];
    }
}
