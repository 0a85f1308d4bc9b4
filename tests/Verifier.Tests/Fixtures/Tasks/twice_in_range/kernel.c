/* y = 2 x, of arrays so short that a counter may step past their ends */
#include <limits.h>
#include <hpcverify.h>

void twice_optimized(int n, const double *x, double *y);

void twice_contract(int n, const double *x, double *y)
{
    requires(n >= 0 && n <= INT_MAX - 4096);
    readable(x, n);
    writes(y, n);
    disjoint(x, y);
}

void twice_reference(int n, const double *x, double *y)
{
    for (int i = 0; i < n; i++)
        y[i] = 2 * x[i];
}
