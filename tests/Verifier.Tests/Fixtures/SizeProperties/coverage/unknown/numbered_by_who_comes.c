// task: twice_in_range
// The only turn that is dealt out first is executed by any one thread, which writes by its own number.
#include <omp.h>
void twice_optimized(int n, const double *x, double *y)
{
#pragma omp parallel num_threads(4)
    {
#pragma omp for
        for (int i = 0; i < 1; i++) {
            if (n > 5000)
                y[omp_get_thread_num()] = 2 * x[i];
            else if (n > 0)
                y[0] = 2 * x[i];
        }
#pragma omp for
        for (int i = 1; i < n; i++)
            y[i] = 2 * x[i];
    }
}
