// task: axpy
// open: unsupported
// One thread waits for another: one after the other they would never end, side by side they do.
#include <omp.h>
void axpy_optimized(int n, double alpha, const double *x, double *y)
{
    int ready = 0;
    #pragma omp parallel num_threads(2) shared(ready)
    {
        if (omp_get_num_threads() > 1 && omp_get_thread_num() == 0) {
            int seen = 0;
            while (!seen) {
                #pragma omp atomic read
                seen = ready;
            }
        } else {
            #pragma omp atomic write
            ready = 1;
        }
    }
    for (int i = 0; i < n; i++)
        y[i] = alpha * x[i] + y[i];
}
