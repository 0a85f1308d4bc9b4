/* AVX2 with a masked last vector from a constant table; special cases for alpha are exact. */
#include <immintrin.h>

static const long long lanes[8] = {-1, -1, -1, -1, 0, 0, 0, 0};

void axpy_optimized(int n, double alpha, const double *x, double *y)
{
    if (n == 0)
        return;
    const __m256d a = _mm256_set1_pd(alpha);
    int i = 0;
    if (alpha == 1.0) {
        for (; i + 4 <= n; i += 4)
            _mm256_storeu_pd(y + i, _mm256_add_pd(_mm256_loadu_pd(x + i), _mm256_loadu_pd(y + i)));
    } else if (alpha == -1.0) {
        for (; i + 4 <= n; i += 4)
            _mm256_storeu_pd(y + i, _mm256_sub_pd(_mm256_loadu_pd(y + i), _mm256_loadu_pd(x + i)));
    } else {
        for (; i + 4 <= n; i += 4)
            _mm256_storeu_pd(y + i, _mm256_fmadd_pd(a, _mm256_loadu_pd(x + i), _mm256_loadu_pd(y + i)));
    }
    if (i < n) {
        const __m256i mask = _mm256_loadu_si256((const __m256i *)(lanes + 4 - (n - i)));
        const __m256d more = _mm256_maskload_pd(x + i, mask), old = _mm256_maskload_pd(y + i, mask);
        _mm256_maskstore_pd(y + i, mask, _mm256_fmadd_pd(a, more, old));
    }
}
