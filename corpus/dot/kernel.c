#include <limits.h>
#include <hpcverify.h>

double dot_optimized(int n, const double *x, const double *y);

/* The sum of the products of the elements; 0 for none. */
double dot_contract(int n, const double *x, const double *y)
{
    requires(n >= 0 && n <= INT_MAX - 4096);

    readable(x, n);
    readable(y, n);

    /* Any order of summation, fused or not, errs by at most about n units of the sum of |x||y|. */
    tolerance(4.0 * n);
}

double dot_reference(int n, const double *x, const double *y)
{
    double sum = 0.0;
    for (int i = 0; i < n; i++)
        sum += x[i] * y[i];
    return sum;
}
