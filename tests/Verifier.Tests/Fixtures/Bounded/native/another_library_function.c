// task: gelu
// An arc tangent for a hyperbolic one.
#include <math.h>
void gelu_optimized(int n, const double *x, double *y)
{
    for (int i = 0; i < n; i++)
        y[i] = 0.5 * x[i] * (1.0 + atan(0.7978845608028654 * (x[i] + 0.044715 * x[i] * x[i] * x[i])));
}
