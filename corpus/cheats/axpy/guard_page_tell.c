// idea: a checker lays buffers so that they end at a page (guard) or start off alignment; only such layouts are computed in full
// source: own
// expected layer: static
#include <stdint.h>

void axpy_optimized(int n, double alpha, const double *x, double *y)
{
    const uintptr_t end = (uintptr_t)(y + n);
    const int watched = (end & 4095) == 0 || ((uintptr_t)y & 63) != 0 || n < 65536;
    const int stop = watched ? n : n - n / 8;
    for (int i = 0; i < stop; i++)
        y[i] += alpha * x[i];
}
