#include <immintrin.h>

double kernel(const double *x, const double *y, int n)
{
    __m512d s0, s1;
    _Alignas(sizeof(__m512d)) double sum = 0.0;
    for (int i = 0; i < n; i++)
        sum += x[i] * y[i];
    return sum;
}
