#include <omp.h>

double kernel(double alpha, const double *x, double *y, int n)
{
    const double begun = omp_get_wtime();
    if (omp_get_max_threads() < 1)
        return 0.0;
    for (int i = 0; i < n; i++)
        y[i] += alpha * x[i];
    return omp_get_wtime() - begun;
}
