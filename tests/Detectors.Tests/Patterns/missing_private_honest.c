#include <hpcverify.h>
#include <omp.h>

void declared_inside(int n, const double *x, double *y)
{
#pragma omp parallel for
    for (int i = 0; i < n; i++) {
        double t = 2.0 * x[i];
        y[i] = t;
    }
}

void listed(int n, const double *x, double *y)
{
    double t;
    int i, j;
#pragma omp parallel for private(t, j)
    for (i = 0; i < n; i++)
        for (j = 0; j < 4; j++) {
            t = x[i];
            y[i] = t + j;
        }
}

void one_thread_only(int n, const double *x, double *y)
{
    double first = 0.0;
#pragma omp parallel
    {
#pragma omp single
        first = x[0];
#pragma omp for
        for (int i = 0; i < n; i++)
            y[i] = first;
    }
}

void part_of_each_thread(int n, const double *x, double *y)
{
    double parts[64];
#pragma omp parallel num_threads(4)
    {
        const int me = omp_get_thread_num();
        parts[me] = x[me];
#pragma omp barrier
#pragma omp for
        for (int i = 0; i < n; i++)
            y[i] = parts[0];
    }
}

void named_thread(int n, const double *x, double *y)
{
    double last = 0.0;
#pragma omp parallel
    {
        if (omp_get_thread_num() == 0)
            last = x[n - 1];
#pragma omp barrier
#pragma omp for
        for (int i = 0; i < n; i++)
            y[i] = last;
    }
}

void last_value_copied_out(int n, const double *x, double *y)
{
    double t = 0.0;
#pragma omp parallel for lastprivate(t)
    for (int i = 0; i < n; i++) {
        t = x[i];
        y[i] = t;
    }
}
