/* Copies what is larger than one, and leaves y alone elsewhere. */
#include <hpcverify.h>

void large_optimized(int n, const double *x, double *y);

void large_contract(int n, const double *x, double *y)
{
    requires(n >= 0);
    readable(x, n);
    writes(y, n);
    disjoint(y, x);
}

void large_reference(int n, const double *x, double *y)
{
    for (int i = 0; i < n; i++)
        if (x[i] > 1.0)
            y[i] = x[i];
}
