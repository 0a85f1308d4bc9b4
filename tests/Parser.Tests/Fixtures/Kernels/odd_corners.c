/* What kernels seldom have, and what is read but not modelled. */
#include <assert.h>
static_assert(sizeof(int) == 4, "int");
;
__asm__("");

static double twice(double x) { return 2 * x; }

double pick(double (*apply)(double), double x, int n, int m)
{
    if (n > 0 && m > 0 || n == m)
        x += ({ double y = x * 2; y + sizeof(double) + _Alignof(int); });
    else
        ;
    x == n;
    return apply == twice ? x : apply(x);
}

void team(double *a, int n)
{
#pragma GCC ivdep
    for (int i = 0; i < n; i++)
        a[i] = i;
#pragma omp parallel
    {
#pragma omp taskyield
#pragma omp flush
        a[0] = 1;
    }
    __asm__ volatile("nop");
}

_Complex double turn(_Complex double z) { return z * 1.0i; }

long double wide(long double x) { return x + 0.5L; }

int kind(double x) { return _Generic(x, double: 1, default: 0); }
