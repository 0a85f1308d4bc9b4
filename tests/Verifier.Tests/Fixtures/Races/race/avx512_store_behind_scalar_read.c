#include <immintrin.h>
void mixed(int n, double *x, double *y)
{
#pragma omp parallel for
    for (int i = 0; i < n; i++) {
        _mm512_storeu_pd(x + 8 * i, _mm512_set1_pd(2.0)); //~ race
        y[i] = x[8 * i + 8];                              //~ race
    }
}
