#include <limits.h>
#include <hpcverify.h>

void overlapping_optimized(int n, const double *x, double *y);

void overlapping_contract(int n, const double *x, double *y)
{
    requires(n >= 0 && n <= INT_MAX - 4096);
    readable(x, n);
    writes(y, n);
    tolerance(1.0);
}

void overlapping_reference(int n, const double *x, double *y)
{
    for (int i = 0; i < n; i++)
        y[i] = 2.0 * x[i];
}
