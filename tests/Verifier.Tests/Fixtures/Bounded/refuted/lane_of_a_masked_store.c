// task: axpy
// refuted: equivalence
// there: lane 1
// The second lane of the tail is added to itself.
#include <immintrin.h>
void axpy_optimized(int n, double alpha, const double *x, double *y)
{
    int i = 0;
    for (; i + 4 <= n; i += 4)
        _mm256_storeu_pd(y + i, _mm256_add_pd(_mm256_mul_pd(_mm256_set1_pd(alpha), _mm256_loadu_pd(x + i)), _mm256_loadu_pd(y + i)));
    const __m256i mask = _mm256_set_epi64x(0, -(n - i > 2), -(n - i > 1), -(n - i > 0));
    const __m256d left = _mm256_maskload_pd(y + i, mask);
    const __m256d sum = _mm256_add_pd(_mm256_mul_pd(_mm256_set1_pd(alpha), _mm256_maskload_pd(x + i, mask)), left);
    _mm256_maskstore_pd(y + i, mask, _mm256_blend_pd(sum, _mm256_add_pd(left, left), 2));
}
