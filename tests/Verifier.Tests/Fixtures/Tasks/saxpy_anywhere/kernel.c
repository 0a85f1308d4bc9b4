/* y += alpha x, wherever the two lie */
#include <hpcverify.h>

void saxpy_optimized(int n, double alpha, const double *x, double *y);

void saxpy_contract(int n, double alpha, const double *x, double *y)
{
    requires(n >= 0);
    (void)alpha;
    readable(x, n);
    updates(y, n);
}

void saxpy_reference(int n, double alpha, const double *x, double *y)
{
    for (int i = 0; i < n; i++)
        y[i] += alpha * x[i];
}
