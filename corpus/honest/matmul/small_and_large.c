/* Tiny products by scalars; larger ones in tiles, parallel over pairs of tiles. */
#include <string.h>

static void tile(const double *restrict A, const double *restrict B, double *restrict C, long N, long K, int high, int wide)
{
    for (int i = 0; i < high; i++)
        memset(C + i * N, 0, sizeof(double) * wide);
    for (long k0 = 0; k0 < K; k0 += 64) {
        const long stop = K - k0 < 64 ? K : k0 + 64;
        for (int i = 0; i < high; i++)
            for (long k = k0; k < stop; k++) {
                const double a = A[i * K + k];
                for (int j = 0; j < wide; j++)
                    C[i * N + j] += a * B[k * N + j];
            }
    }
}

void matmul_optimized(double *A, double *B, double *C, int M, int N, int K)
{
    if ((double)M * N * K < 4096.0) {
        for (int i = 0; i < M; i++)
            for (int j = 0; j < N; j++) {
                double sum = 0.0;
                for (int k = 0; k < K; k++)
                    sum += A[(long)i * K + k] * B[(long)k * N + j];
                C[(long)i * N + j] = sum;
            }
        return;
    }
    #pragma omp parallel for collapse(2) schedule(dynamic)
    for (int i = 0; i < M; i += 32)
        for (int j = 0; j < N; j += 128)
            tile(A + (long)i * K, B + j, C + (long)i * N + j, N, K, M - i < 32 ? M - i : 32, N - j < 128 ? N - j : 128);
}
