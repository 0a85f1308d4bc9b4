// task: axpy
// open: unsupported
// Right under every schedule, which the engine does not see: iterations of one thread meet in the scratch that is its own.
#include <omp.h>
void axpy_optimized(int n, double alpha, const double *x, double *y)
{
    double scratch[64][4];
    #pragma omp parallel num_threads(4)
    {
        double *own = scratch[omp_get_thread_num()];
        #pragma omp for
        for (int i = 0; i < n; i++) {
            own[0] = alpha * x[i];
            y[i] += own[0];
        }
    }
}
