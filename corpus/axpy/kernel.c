#include <limits.h>
#include <hpcverify.h>

void axpy_optimized(int n, double alpha, const double *x, double *y);

/* y = alpha * x + y. */
void axpy_contract(int n, double alpha, const double *x, double *y)
{
    (void)alpha;
    /* An unrolled loop may step a few vectors past the end, in int. */
    requires(n >= 0 && n <= INT_MAX - 4096);

    readable(x, n);
    updates(y, n);
    disjoint(y, x);

    /* Two roundings or one on either side, each of one unit of |alpha x| + |y|, and what comes of both together. */
    tolerance(4.5);
}

void axpy_reference(int n, double alpha, const double *x, double *y)
{
    for (int i = 0; i < n; i++)
        y[i] = alpha * x[i] + y[i];
}
