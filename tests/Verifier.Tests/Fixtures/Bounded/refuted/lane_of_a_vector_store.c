// task: axpy
// refuted: equivalence
// there: lane 3
// The last lane is multiplied by nothing.
#include <immintrin.h>
void axpy_optimized(int n, double alpha, const double *x, double *y)
{
    const __m256d factor = _mm256_set_pd(0.0, alpha, alpha, alpha);
    int i = 0;
    for (; i + 4 <= n; i += 4)
        _mm256_storeu_pd(y + i, _mm256_add_pd(_mm256_mul_pd(factor, _mm256_loadu_pd(x + i)), _mm256_loadu_pd(y + i)));
    for (; i < n; i++)
        y[i] += alpha * x[i];
}
