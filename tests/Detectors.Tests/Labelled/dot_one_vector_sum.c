#include <immintrin.h>

double kernel(const double *x, const double *y, int n)
{
    __m512d sums = _mm512_setzero_pd();
    int i = 0;
    for (; i + 8 <= n; i += 8)
        sums = _mm512_fmadd_pd(_mm512_loadu_pd(x + i), _mm512_loadu_pd(y + i), sums);
    double total = _mm512_reduce_add_pd(sums);
    for (; i < n; i++)
        total += x[i] * y[i];
    return total;
}
