/* The sum of the exponentials of x. */
#include <hpcverify.h>
#include <math.h>

double exponentials_optimized(int n, const double *x);

void exponentials_contract(int n, const double *x)
{
    requires(n >= 0);
    readable(x, n);
    tolerance(4.0 * n);
}

double exponentials_reference(int n, const double *x)
{
    double sum = 0.0;
    for (int i = 0; i < n; i++)
        sum += exp(x[i]);
    return sum;
}
