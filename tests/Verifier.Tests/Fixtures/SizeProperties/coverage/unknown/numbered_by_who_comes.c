// task: twice_apart
// A turn that is dealt out is executed by one thread, which writes one of the elements with the numbers of threads.
#include <omp.h>
void twice_optimized(int n, const double *x, double *y)
{
#pragma omp parallel num_threads(4)
    {
#pragma omp for
        for (int i = 0; i < n; i++)
            if (n <= 5000 || i >= 1)
                y[i] = 2 * x[i];
            else
                y[omp_get_thread_num()] = 2 * x[i];
    }
}
