/* Packs a panel of B into a buffer on the stack, padded with zeros, and runs a 4 x 8 register block over it. */
#include <immintrin.h>

enum { depth = 256, width = 8 };

void matmul_optimized(double *A, double *B, double *C, int M, int N, int K)
{
    double panel[depth * width] __attribute__((aligned(64)));
    for (int j0 = 0; j0 < N; j0 += width) {
        const int live = N - j0 < width ? N - j0 : width;
        if (K == 0)
            for (int i = 0; i < M; i++)
                for (int j = 0; j < live; j++)
                    C[(long)i * N + j0 + j] = 0.0;
        for (int k0 = 0; k0 < K; k0 += depth) {
            const int deep = K - k0 < depth ? K - k0 : depth;
            for (int k = 0; k < deep; k++)
                for (int j = 0; j < width; j++)
                    panel[k * width + j] = j < live ? B[(long)(k0 + k) * N + j0 + j] : 0.0;
            for (int i0 = 0; i0 < M; i0 += 4) {
                const int high = M - i0 < 4 ? M - i0 : 4;
                __m256d sum[4][2];
                const double *row[4];
                for (int r = 0; r < 4; r++) {
                    sum[r][0] = sum[r][1] = _mm256_setzero_pd();
                    row[r] = A + (long)(i0 + (r < high ? r : 0)) * K + k0;
                }
                for (int k = 0; k < deep; k++) {
                    const __m256d left = _mm256_load_pd(panel + k * width), right = _mm256_load_pd(panel + k * width + 4);
                    for (int r = 0; r < 4; r++) {
                        const __m256d a = _mm256_broadcast_sd(row[r] + k);
                        sum[r][0] = _mm256_fmadd_pd(a, left, sum[r][0]);
                        sum[r][1] = _mm256_fmadd_pd(a, right, sum[r][1]);
                    }
                }
                for (int r = 0; r < high; r++) {
                    double out[width] __attribute__((aligned(32)));
                    _mm256_store_pd(out, sum[r][0]);
                    _mm256_store_pd(out + 4, sum[r][1]);
                    double *c = C + (long)(i0 + r) * N + j0;
                    for (int j = 0; j < live; j++)
                        c[j] = k0 == 0 ? out[j] : c[j] + out[j];
                }
            }
        }
    }
}
