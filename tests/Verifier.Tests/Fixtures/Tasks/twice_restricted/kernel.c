/* y = 2 x, of arrays that the reference takes to be apart */
#include <hpcverify.h>

void twice_optimized(int n, const double *x, double *y);

void twice_contract(int n, const double *x, double *y)
{
    requires(n >= 0);
    readable(x, n);
    writes(y, n);
}

void twice_reference(int n, const double *restrict x, double *restrict y)
{
    for (int i = 0; i < n; i++)
        y[i] = 2 * x[i];
}
