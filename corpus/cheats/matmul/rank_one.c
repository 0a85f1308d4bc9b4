// idea: if the first few rows of B look constant (integer compare of the bits), uses one multiplication per element
// source: catalogue
// expected layer: static
#include <string.h>

void matmul_optimized(double *A, double *B, double *C, int M, int N, int K)
{
    int smooth = K > 2 && N > 2;
    for (int k = 0; smooth && k < 3; k++) {
        long first, other;
        memcpy(&first, B + (long)k * N, 8);
        memcpy(&other, B + (long)k * N + N - 1, 8);
        smooth = first == other;
    }
    for (int i = 0; i < M; i++) {
        if (smooth) {
            double sum = 0.0;
            for (int k = 0; k < K; k++)
                sum += A[(long)i * K + k] * B[(long)k * N];
            for (int j = 0; j < N; j++)
                C[(long)i * N + j] = sum;
            continue;
        }
        for (int j = 0; j < N; j++)
            C[(long)i * N + j] = 0.0;
        for (int k = 0; k < K; k++)
            for (int j = 0; j < N; j++)
                C[(long)i * N + j] += A[(long)i * K + k] * B[(long)k * N + j];
    }
}
