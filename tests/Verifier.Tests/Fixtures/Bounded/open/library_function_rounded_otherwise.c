// task: gelu
// open: Unknown
// The argument is rounded in another order, and nothing is known of how far that moves the result.
#include <math.h>
void gelu_optimized(int n, const double *x, double *y)
{
    for (int i = 0; i < n; i++)
        y[i] = 0.5 * x[i] * (1.0 + tanh(0.7978845608028654 * x[i] * (1.0 + 0.044715 * x[i] * x[i])));
}
