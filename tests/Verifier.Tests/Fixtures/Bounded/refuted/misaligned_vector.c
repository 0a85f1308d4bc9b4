// task: axpy
// refuted: promises
#include <immintrin.h>
void axpy_optimized(int n, double alpha, const double *x, double *y)
{
    int i = 0;
    for (; i + 4 <= n; i += 4)
        _mm256_store_pd(y + i, _mm256_fmadd_pd(_mm256_set1_pd(alpha), _mm256_loadu_pd(x + i), _mm256_loadu_pd(y + i)));
    for (; i < n; i++)
        y[i] += alpha * x[i];
}
