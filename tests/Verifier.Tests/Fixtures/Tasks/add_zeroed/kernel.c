/* y += 2 x, of a y that begins as zero */
#include <hpcverify.h>

void add_optimized(int n, const double *x, double *y);

void add_contract(int n, const double *x, double *y)
{
    requires(n >= 0);
    readable(x, n);
    writes(y, n);
    zeroed(y);
}

void add_reference(int n, const double *x, double *y)
{
    for (int i = 0; i < n; i++)
        y[i] += 2 * x[i];
}
