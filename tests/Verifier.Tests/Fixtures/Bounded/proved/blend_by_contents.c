// task: axpy
#include <immintrin.h>
void axpy_optimized(int n, double alpha, const double *x, double *y)
{
    int i = 0;
    for (; i + 4 <= n; i += 4) {
        __m256d a = _mm256_loadu_pd(x + i), b = _mm256_loadu_pd(y + i), below = _mm256_cmp_pd(a, b, _CMP_LT_OQ);
        __m256d low = _mm256_blendv_pd(b, a, below), high = _mm256_blendv_pd(a, b, below);
        __m256d x_again = _mm256_blendv_pd(high, low, below), y_again = _mm256_blendv_pd(low, high, below);
        _mm256_storeu_pd(y + i, _mm256_add_pd(_mm256_mul_pd(_mm256_set1_pd(alpha), x_again), y_again));
    }
    for (; i < n; i++)
        y[i] += alpha * x[i];
}
