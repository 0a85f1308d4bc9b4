/* y = x, as x was before */
#include <hpcverify.h>

void copy_optimized(int n, const double *x, double *y);

void copy_contract(int n, const double *x, double *y)
{
    requires(n >= 0);
    readable(x, n);
    writes(y, n);
}

void copy_reference(int n, const double *x, double *y)
{
    if (y <= x)
        for (int i = 0; i < n; i++)
            y[i] = x[i];
    else
        for (int i = n - 1; i >= 0; i--)
            y[i] = x[i];
}
