// expect: ok
// needs: avx2,fma
// Four columns at a time; the last, partial group is loaded and stored under a lane mask.
#include <immintrin.h>

void matmul_optimized(double *A, double *B, double *C, int M, int N, int K)
{
    const __m256i lane = _mm256_setr_epi64x(0, 1, 2, 3);

    for (int i = 0; i < M; i++)
        for (int j = 0; j < N; j += 4) {
            const __m256i mask = _mm256_cmpgt_epi64(_mm256_set1_epi64x(N - j), lane);
            __m256d sum = _mm256_setzero_pd();
            for (int k = 0; k < K; k++) {
                const __m256d b = _mm256_maskload_pd(&B[k * N + j], mask);
                sum = _mm256_fmadd_pd(_mm256_set1_pd(A[i * K + k]), b, sum);
            }
            _mm256_maskstore_pd(&C[i * N + j], mask, sum);
        }
}
