#include <hpcverify.h>

void neighbours(int n, const double *x, double *y, double *z)
{
#pragma omp parallel
    {
#pragma omp for nowait
        for (int i = 0; i < n; i++)
            y[i] = 2.0 * x[i];
#pragma omp for
        for (int i = 1; i < n; i++)
            z[i] = y[i - 1]; //~ HV4103
    }
}

static void fill(double *to, const double *from, int n)
{
#pragma omp for schedule(static) nowait
    for (int i = 0; i < n; i++)
        to[i] = from[i];
}

void through_a_function(int n, const double *x, double *y, double *z)
{
#pragma omp parallel
    {
        fill(y, x, n);
#pragma omp for schedule(static)
        for (int i = 0; i < n; i++)
            z[i] = y[n - 1 - i]; //~ HV4103
    }
}

void sum_not_complete(int n, const double *x, double *y, double *z)
{
    double sum = 0.0;
#pragma omp parallel
    {
#pragma omp for reduction(+ : sum) nowait
        for (int i = 0; i < n; i++)
            sum += x[i];
#pragma omp for
        for (int i = 0; i < n; i++)
            z[i] = y[i] / sum; //~ HV4103
    }
}

void set_by_the_master(int n, const double *x, double *y, double *z)
{
    double scale = 1.0;
#pragma omp parallel
    {
#pragma omp master
        scale = x[0];
#pragma omp for
        for (int i = 0; i < n; i++)
            z[i] = scale * y[i]; //~ HV4103
    }
}

void single_without_barrier(int n, const double *x, double *y, double *z)
{
#pragma omp parallel
    {
#pragma omp single nowait
        for (int i = 0; i < n; i++)
            y[i] = x[i];
#pragma omp for
        for (int i = 0; i < n; i++)
            z[i] = y[i]; //~ HV4103
    }
}
