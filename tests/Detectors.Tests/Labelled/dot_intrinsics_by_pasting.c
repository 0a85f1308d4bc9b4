#include <immintrin.h>
#define BITS 256
#define JOIN(bits, name) _mm##bits##_##name##_pd
#define NAME(bits, name) JOIN(bits, name)
#define OP(name) NAME(BITS, name)

double kernel(const double *x, const double *y, int n)
{
    __m256d sums = OP(setzero)();
    int i = 0;
    for (; i + 4 <= n; i += 4)
        sums = OP(add)(sums, OP(mul)(OP(loadu)(x + i), OP(loadu)(y + i)));
    double parts[4], total = 0.0;
    OP(storeu)(parts, sums);
    for (int lane = 0; lane < 4; lane++)
        total += parts[lane];
    for (; i < n; i++)
        total += x[i] * y[i];
    return total;
}
