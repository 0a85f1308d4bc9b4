// expect: verification
// needs: avx2,fma
// Reduces the lower half of the vector alone; wrong from n = 4 on.
#include <immintrin.h>

double dot_optimized(int n, const double *x, const double *y)
{
    __m256d all = _mm256_setzero_pd();
    int i = 0;
    for (; i + 4 <= n; i += 4)
        all = _mm256_fmadd_pd(_mm256_loadu_pd(x + i), _mm256_loadu_pd(y + i), all);
    const __m128d two = _mm256_castpd256_pd128(all);
    double sum = _mm_cvtsd_f64(_mm_add_sd(two, _mm_unpackhi_pd(two, two)));
    for (; i < n; i++)
        sum += x[i] * y[i];
    return sum;
}
