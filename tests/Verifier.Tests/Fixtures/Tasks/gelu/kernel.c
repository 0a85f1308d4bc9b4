/* The activation x * P(X <= x), by the usual formula with a hyperbolic tangent. */
#include <hpcverify.h>
#include <math.h>

void gelu_optimized(int n, const double *x, double *y);

void gelu_contract(int n, const double *x, double *y)
{
    requires(n >= 0);
    readable(x, n);
    writes(y, n);
    disjoint(x, y);
    tolerance(16.0);
}

void gelu_reference(int n, const double *x, double *y)
{
    for (int i = 0; i < n; i++)
        y[i] = 0.5 * x[i] * (1.0 + tanh(0.7978845608028654 * (x[i] + 0.044715 * x[i] * x[i] * x[i])));
}
