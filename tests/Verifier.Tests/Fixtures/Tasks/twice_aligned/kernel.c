/* y = 2 x, of aligned arrays */
#include <hpcverify.h>

void twice_optimized(int n, const double *x, double *y);

void twice_contract(int n, const double *x, double *y)
{
    requires(n >= 0);
    readable(x, n);
    writes(y, n);
    aligned(x, 64);
    aligned(y, 64);
}

void twice_reference(int n, const double *x, double *y)
{
    for (int i = 0; i < n; i++)
        y[i] = 2 * x[i];
}
