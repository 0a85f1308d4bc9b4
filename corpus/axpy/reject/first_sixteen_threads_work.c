// expect: verification
// Right in any team of at most sixteen: the elements of every further thread are left out.
#include <omp.h>

void axpy_optimized(int n, double alpha, const double *x, double *y)
{
#pragma omp parallel
    {
        int thread = omp_get_thread_num();
        int threads = omp_get_num_threads();
        if (thread < 16)
            for (int i = thread; i < n; i += threads)
                y[i] += alpha * x[i];
    }
}
