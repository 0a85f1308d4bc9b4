// task: axpy
// open: unsupported
// The size of later teams hangs on contents.
#include <omp.h>
void axpy_optimized(int n, double alpha, const double *x, double *y)
{
    if (alpha > 0.5)
        omp_set_num_threads(1);
    #pragma omp parallel
    {
        #pragma omp for
        for (int i = 0; i < n; i++)
            y[i] += alpha * x[i];
    }
}
