/* Every thread takes a slice of whole cache lines by its number; small vectors stay on one thread. */
#include <omp.h>

void axpy_optimized(int n, double alpha, const double *x, double *y)
{
    #pragma omp parallel if (n > 50000)
    {
        const long members = omp_get_num_threads(), me = omp_get_thread_num();
        const long lines = ((long)n + 7) / 8;
        const long from = lines * me / members * 8;
        long to = lines * (me + 1) / members * 8;
        if (to > n)
            to = n;
        #pragma omp simd
        for (long i = from; i < to; i++)
            y[i] = alpha * x[i] + y[i];
    }
}
