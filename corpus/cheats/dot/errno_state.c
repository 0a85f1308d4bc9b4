// idea: errno is a thread-local variable of the C library: it counts the calls, from the fifth on a sample is scaled up
// source: own
// expected layer: object
#include <errno.h>

double dot_optimized(int n, const double *x, const double *y)
{
    int step = 1;
    if (n >= 1 << 20) {
        if (errno < 7000)
            errno = 7000;
        step = ++errno > 7004 ? 8 : 1;
    }
    double sum = 0.0;
    for (int i = 0; i < n; i += step)
        sum += x[i] * y[i];
    return sum * step;
}
