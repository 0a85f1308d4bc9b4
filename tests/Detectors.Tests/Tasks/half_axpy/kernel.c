#include <limits.h>
#include <hpcverify.h>

void half_axpy_optimized(int n, _Float16 alpha, const _Float16 *x, _Float16 *y);

void half_axpy_contract(int n, _Float16 alpha, const _Float16 *x, _Float16 *y)
{
    (void)alpha;
    requires(n >= 0 && n <= INT_MAX - 4096);
    readable(x, n);
    updates(y, n);
    disjoint(y, x);
    tolerance(4.5);
}

void half_axpy_reference(int n, _Float16 alpha, const _Float16 *x, _Float16 *y)
{
    for (int i = 0; i < n; i++)
        y[i] = alpha * x[i] + y[i];
}
