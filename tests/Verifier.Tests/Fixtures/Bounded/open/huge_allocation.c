// task: axpy
// open: unsupported
#include <stdlib.h>
void axpy_optimized(int n, double alpha, const double *x, double *y)
{
    double *copy = malloc(2000000000u);
    for (int i = 0; i < n; i++) {
        copy[i] = alpha * x[i];
        y[i] += copy[i];
    }
    free(copy);
}
