// task: twice_in_range
// holds when: n % 8 == 0 (sufficient)
// Only whole vectors are written.
#include <immintrin.h>
#include <stdlib.h>
void twice_optimized(int n, const double *x, double *y)
{
    double *twice = malloc(sizeof(double) * n + 1);
    for (int i = 0; i + 8 <= n; i += 8) {
        __m512d value = _mm512_loadu_pd(x + i);
        _mm512_storeu_pd(twice + i, _mm512_add_pd(value, value));
    }
    for (int i = 0; i < n; i++)
        y[i] = twice[i];
    free(twice);
}
