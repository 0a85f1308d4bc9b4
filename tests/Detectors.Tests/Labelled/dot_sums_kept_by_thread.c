#include <omp.h>

double kernel(const double *x, const double *y, int n)
{
    double part[64] = { 0.0 };
#pragma omp parallel num_threads(64)
    {
        double sum = 0.0;
#pragma omp for
        for (int i = 0; i < n; i++)
            sum += x[i] * y[i];
        part[omp_get_thread_num()] = sum;
    }
    double total = 0.0;
    for (int t = 0; t < 64; t++)
        total += part[t];
    return total;
}
