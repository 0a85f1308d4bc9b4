#include <hpcverify.h>
#include <omp.h>

double reduction(int n, const double *x)
{
    double sum = 0.0;
#pragma omp parallel for reduction(+ : sum)
    for (int i = 0; i < n; i++)
        sum += x[i];
    return sum;
}

double atomic(int n, const double *x)
{
    double sum = 0.0;
#pragma omp parallel for
    for (int i = 0; i < n; i++) {
#pragma omp atomic
        sum += x[i];
    }
    return sum;
}

double critical(int n, const double *x)
{
    double sum = 0.0;
#pragma omp parallel
    {
        double own = 0.0;
#pragma omp for
        for (int i = 0; i < n; i++)
            own += x[i];
#pragma omp critical
        sum += own;
    }
    return sum;
}

double slots(int n, const double *x)
{
    double parts[8] = { 0.0 };
#pragma omp parallel num_threads(8)
    {
        const int me = omp_get_thread_num();
        for (int i = me; i < n; i += 8)
            parts[me] += x[i];
    }
    double sum = 0.0;
    for (int t = 0; t < 8; t++)
        sum += parts[t];
    return sum;
}

void rows_of_their_own(int m, int n, const double *a, double *y)
{
#pragma omp parallel for
    for (int i = 0; i < m; i++)
        for (int j = 0; j < n; j++)
            y[i] += a[i * n + j];
}

double locked(int n, const double *x)
{
    double sum = 0.0;
    omp_lock_t lock;
    omp_init_lock(&lock);
#pragma omp parallel for
    for (int i = 0; i < n; i++) {
        omp_set_lock(&lock);
        sum += x[i];
        omp_unset_lock(&lock);
    }
    omp_destroy_lock(&lock);
    return sum;
}

void elements_of_their_own(int m, int n, const double *a, double *y)
{
#pragma omp parallel for collapse(2)
    for (int i = 0; i < m; i++)
        for (int j = 0; j < n; j++)
            y[i * n + j] += a[i * n + j];
}
