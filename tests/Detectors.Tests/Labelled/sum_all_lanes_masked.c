#include <immintrin.h>

double kernel(const double *x, int n)
{
    const __mmask8 all = 0xFF;
    __m512d sums = _mm512_setzero_pd();
    int i = 0;
    for (; i + 8 <= n; i += 8)
        sums = _mm512_add_pd(sums, _mm512_maskz_loadu_pd(all, x + i));
    double total = _mm512_reduce_add_pd(sums);
    for (; i < n; i++)
        total += x[i];
    return total;
}
