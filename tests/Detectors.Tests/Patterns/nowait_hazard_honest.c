#include <hpcverify.h>

void other_arrays(int n, const double *x, double *y, double *z)
{
#pragma omp parallel
    {
#pragma omp for nowait
        for (int i = 0; i < n; i++)
            y[i] = 2.0 * x[i];
#pragma omp for
        for (int i = 0; i < n; i++)
            z[i] = 3.0 * x[i];
    }
}

void barrier_between(int n, const double *x, double *y, double *z)
{
#pragma omp parallel
    {
#pragma omp for nowait
        for (int i = 0; i < n; i++)
            y[i] = 2.0 * x[i];
#pragma omp barrier
#pragma omp for
        for (int i = 1; i < n; i++)
            z[i] = y[i - 1];
    }
}

void same_iterations(int n, const double *x, double *y, double *z)
{
#pragma omp parallel
    {
#pragma omp for schedule(static) nowait
        for (int i = 0; i < n; i++)
            y[i] = 2.0 * x[i];
#pragma omp for schedule(static)
        for (int i = 0; i < n; i++)
            z[i] = y[i];
    }
}

void last_in_its_region(int n, const double *x, double *y, double *z)
{
#pragma omp parallel
    {
#pragma omp for nowait
        for (int i = 0; i < n; i++)
            y[i] = 2.0 * x[i];
    }
    for (int i = 1; i < n; i++)
        z[i] = y[i - 1];
}

void main_part_and_rest(int n, const double *x, double *y, double *z)
{
    const int whole = n / 4 * 4;
#pragma omp parallel
    {
#pragma omp for nowait
        for (int i = 0; i < whole; i++)
            y[i] += x[i];
#pragma omp for
        for (int i = whole; i < n; i++)
            y[i] += z[i];
    }
}
