#include <immintrin.h>

static inline __m256i inside(int left)
{
    return _mm256_cmpgt_epi64(_mm256_set1_epi64x(left), _mm256_setr_epi64x(0, 1, 2, 3));
}

static inline __m256d some(const double *p, __m256i which)
{
    return _mm256_maskload_pd(p, which);
}

void kernel(const double *A, const double *B, double *C, int M, int N, int K)
{
    for (int i = 0; i < M; i++)
        for (int j = 0; j < N; j += 4) {
            const __m256i which = inside(N - j);
            __m256d sum = _mm256_setzero_pd();
            for (int k = 0; k < K; k++)
                sum = _mm256_add_pd(sum, _mm256_mul_pd(_mm256_set1_pd(A[i * K + k]), some(&B[k * N + j], which)));
            _mm256_maskstore_pd(&C[i * N + j], which, sum);
        }
}
