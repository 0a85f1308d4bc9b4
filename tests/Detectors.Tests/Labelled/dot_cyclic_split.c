#include <omp.h>

double kernel(const double *x, const double *y, int n)
{
    double sum = 0.0;
#pragma omp parallel reduction(+ : sum)
    {
        const int stride = omp_get_num_threads();
        for (int i = omp_get_thread_num(); i < n; i += stride)
            sum += x[i] * y[i];
    }
    return sum;
}
