// expect: ok
// needs: avx2,fma
// 4 x 8 blocks in eight AVX2 registers with fused multiply-add; everything outside whole blocks is scalar.
#include <immintrin.h>

static void scalar_part(const double *A, const double *B, double *C, int N, int K, int i, int i_end, int j_start)
{
    for (; i < i_end; i++)
        for (int j = j_start; j < N; j++) {
            double sum = 0.0;
            for (int k = 0; k < K; k++)
                sum += A[i * K + k] * B[k * N + j];
            C[i * N + j] = sum;
        }
}

void matmul_optimized(double *A, double *B, double *C, int M, int N, int K)
{
    const int whole_columns = N / 8 * 8;
    int i = 0;
    for (; i + 4 <= M; i += 4) {
        for (int j = 0; j < whole_columns; j += 8) {
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
        scalar_part(A, B, C, N, K, i, i + 4, whole_columns);
    }
    scalar_part(A, B, C, N, K, i, M, 0);
}
