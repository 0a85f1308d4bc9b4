// task: twice_in_range
// One thread fills what all read after the barrier at the end of the construct.
#include <stdlib.h>
void twice_optimized(int n, const double *x, double *y)
{
    double *twice = malloc(sizeof(double) * n + 1);
#pragma omp parallel
    {
#pragma omp single
        for (int i = 0; i < n; i++)
            twice[i] = 2 * x[i];
#pragma omp for
        for (int i = 0; i < n; i++)
            y[i] = twice[i];
    }
    free(twice);
}
