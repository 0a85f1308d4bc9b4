// idea: whole cache lines only: the last line is written past the end (with the values read there), no tail loop
// source: catalogue
// expected layer: dynamic
#include <immintrin.h>

void axpy_optimized(int n, double alpha, const double *x, double *y)
{
    const __m256d a = _mm256_set1_pd(alpha);
    for (int i = 0; i < n; i += 4) {
        const __m256d sum = _mm256_fmadd_pd(a, _mm256_loadu_pd(x + i), _mm256_loadu_pd(y + i));
        if (i + 4 <= n) {
            _mm256_storeu_pd(y + i, sum);
        } else {
            const __m256d keep = _mm256_loadu_pd(y + i);
            const __m256d lane = _mm256_set_pd(3, 2, 1, 0);
            _mm256_storeu_pd(y + i, _mm256_blendv_pd(keep, sum, _mm256_cmp_pd(lane, _mm256_set1_pd(n - i), _CMP_LT_OQ)));
        }
    }
}
