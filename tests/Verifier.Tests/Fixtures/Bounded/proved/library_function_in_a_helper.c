// task: gelu
// says: bitwise
// assumes: library functions (tanh) give the same result
// The same calls of the same function, four at a time and in a helper.
#include <math.h>

static double activated(double x)
{
    const double inner = x + 0.044715 * x * x * x;
    return 0.5 * x * (1.0 + tanh(0.7978845608028654 * inner));
}

void gelu_optimized(int n, const double *x, double *y)
{
    int i = 0;
    for (; i + 4 <= n; i += 4)
        for (int lane = 0; lane < 4; lane++)
            y[i + lane] = activated(x[i + lane]);
    for (; i < n; i++)
        y[i] = activated(x[i]);
}
