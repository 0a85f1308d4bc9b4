// task: axpy
// open: unsupported
// What an atomic read finds hangs on how the threads interleave.
#include <omp.h>
void axpy_optimized(int n, double alpha, const double *x, double *y)
{
    int flag = 0;
    #pragma omp parallel
    {
        const int id = omp_get_thread_num(), team = omp_get_num_threads();
        int seen;
        if (id == 0) {
            #pragma omp atomic write
            flag = 1;
        }
        #pragma omp atomic read
        seen = flag;
        for (int i = id; i < n; i += team)
            y[i] += (alpha + 1 - seen) * x[i];
    }
}
