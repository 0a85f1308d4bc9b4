// task: twice_in_range
// Whole vectors, then what is left.
#include <immintrin.h>
void twice_optimized(int n, const double *x, double *y)
{
    int i = 0;
    for (; i + 8 <= n; i += 8)
        _mm512_storeu_pd(y + i, _mm512_add_pd(_mm512_loadu_pd(x + i), _mm512_loadu_pd(x + i)));
    for (; i < n; i++)
        y[i] = 2 * x[i];
}
