// task: axpy
#include <immintrin.h>
void axpy_optimized(int n, double alpha, const double *x, double *y)
{
    for (int i = 0; i < n; i += 4) {
        /* All ones are a NaN as a double; the blend and the masked moves look at its sign. */
        __m256d inside = _mm256_cmp_pd(_mm256_setr_pd(0, 1, 2, 3), _mm256_set1_pd(n - i), _CMP_LT_OQ);
        __m256i lanes = _mm256_castpd_si256(inside);
        __m256d a = _mm256_maskload_pd(x + i, lanes), b = _mm256_maskload_pd(y + i, lanes);
        __m256d sum = _mm256_add_pd(_mm256_mul_pd(_mm256_set1_pd(alpha), a), b);
        _mm256_maskstore_pd(y + i, lanes, _mm256_blendv_pd(b, sum, inside));
    }
}
