// task: twice_in_range
// holds when: n % 8 == 0 (weakest)
// Nobody writes the tail.
#include <immintrin.h>
void twice_optimized(int n, const double *x, double *y)
{
    for (int i = 0; i + 8 <= n; i += 8)
        _mm512_storeu_pd(y + i, _mm512_add_pd(_mm512_loadu_pd(x + i), _mm512_loadu_pd(x + i)));
}
