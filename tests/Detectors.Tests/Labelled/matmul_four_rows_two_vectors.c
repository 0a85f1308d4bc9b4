#include <immintrin.h>

void kernel(const double *restrict A, const double *restrict B, double *restrict C, int M, int N, int K)
{
#pragma omp parallel for
    for (int i = 0; i < M; i += 4) {
        int j = 0;
        for (; j + 8 <= N; j += 8) {
            __m256d sum[4][2];
            for (int r = 0; r < 4; r++)
                sum[r][0] = sum[r][1] = _mm256_setzero_pd();
            for (int k = 0; k < K; k++) {
                const __m256d b0 = _mm256_loadu_pd(&B[k * N + j]);
                const __m256d b1 = _mm256_loadu_pd(&B[k * N + j + 4]);
                for (int r = 0; r < 4; r++) {
                    const __m256d a = _mm256_broadcast_sd(&A[(i + r) * K + k]);
                    sum[r][0] = _mm256_fmadd_pd(a, b0, sum[r][0]);
                    sum[r][1] = _mm256_fmadd_pd(a, b1, sum[r][1]);
                }
            }
            for (int r = 0; r < 4; r++) {
                _mm256_storeu_pd(&C[(i + r) * N + j], sum[r][0]);
                _mm256_storeu_pd(&C[(i + r) * N + j + 4], sum[r][1]);
            }
        }
        for (int r = i; r < i + 4; r++)
            for (int c = j; c < N; c++) {
                double single = 0.0;
                for (int k = 0; k < K; k++)
                    single += A[r * K + k] * B[k * N + c];
                C[r * N + c] = single;
            }
    }
}
