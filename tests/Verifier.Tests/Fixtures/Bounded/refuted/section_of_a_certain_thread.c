// task: axpy
// refuted: equivalence
// Takes the first section to be the first thread's.
#include <omp.h>
void axpy_optimized(int n, double alpha, const double *x, double *y)
{
    #pragma omp parallel sections
    {
        #pragma omp section
        for (int i = 0; i < n / 2; i++)
            y[i] += (alpha + omp_get_thread_num()) * x[i];
        #pragma omp section
        for (int i = n / 2; i < n; i++)
            y[i] += alpha * x[i];
    }
}
