/* The sum of x, rounded down. */
#include <hpcverify.h>
#include <math.h>

double whole_optimized(int n, const double *x);

void whole_contract(int n, const double *x)
{
    requires(n >= 0);
    readable(x, n);
    tolerance(4.0 * n);
}

double whole_reference(int n, const double *x)
{
    double sum = 0.0;
    for (int i = 0; i < n; i++)
        sum += x[i];
    return floor(sum);
}
