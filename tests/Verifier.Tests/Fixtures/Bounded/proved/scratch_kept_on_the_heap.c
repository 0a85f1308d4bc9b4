// task: axpy
// Keeps its scratch for later calls, and fills it anew in each.
#include <stdlib.h>
void axpy_optimized(int n, double alpha, const double *x, double *y)
{
    static double *scratch;
    static int capacity;
    if (capacity < n) {
        free(scratch);
        scratch = malloc((size_t)n * sizeof *scratch);
        capacity = n;
    }
    for (int i = 0; i < n; i++)
        scratch[i] = alpha * x[i];
    for (int i = 0; i < n; i++)
        y[i] += scratch[i];
}
