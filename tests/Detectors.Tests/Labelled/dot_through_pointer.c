#include <immintrin.h>

typedef double dot_function(const double *, const double *, int);

static double with_lanes(const double *x, const double *y, int n)
{
    __m512d sums = _mm512_setzero_pd();
    int i = 0;
    for (; i <= n - 8; i += 8)
        sums = _mm512_fmadd_pd(_mm512_loadu_pd(x + i), _mm512_loadu_pd(y + i), sums);
    double total = _mm512_reduce_add_pd(sums);
    while (i < n) {
        total += x[i] * y[i];
        i++;
    }
    return total;
}

static dot_function *const chosen = with_lanes;

double kernel(const double *x, const double *y, int n)
{
    return chosen(x, y, n);
}
