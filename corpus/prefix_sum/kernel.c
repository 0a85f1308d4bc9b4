#include <limits.h>
#include <hpcverify.h>

void prefix_sum_optimized(int n, const double *x, double *y);

/* The inclusive prefix sums: y[i] = x[0] + ... + x[i]. */
void prefix_sum_contract(int n, const double *x, double *y)
{
    /* A loop over blocks may step one block past the end, in int. */
    requires(n >= 0 && n <= INT_MAX - 65536);

    readable(x, n);
    writes(y, n);
    disjoint(y, x);

    /* However the sums are bracketed, each errs by at most n - 1 units of the sum of |x|. */
    tolerance(2.0 * n);
}

void prefix_sum_reference(int n, const double *x, double *y)
{
    double sum = 0.0;
    for (int i = 0; i < n; i++) {
        sum += x[i];
        y[i] = sum;
    }
}
