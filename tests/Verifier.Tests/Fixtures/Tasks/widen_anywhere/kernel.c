/* y = x, of integers */
#include <hpcverify.h>

void widen_optimized(int n, const int *x, double *y);

void widen_contract(int n, const int *x, double *y)
{
    requires(n >= 0);
    readable(x, n);
    writes(y, n);
}

void widen_reference(int n, const int *x, double *y)
{
    for (int i = 0; i < n; i++)
        y[i] = x[i];
}
