// task: axpy
// open: unsupported
// Critical regions order what comes before the last of them and what comes after: no race, whoever is last.
#include <omp.h>
void axpy_optimized(int n, double alpha, const double *x, double *y)
{
    int done = 0;
    #pragma omp parallel
    {
        const int id = omp_get_thread_num(), team = omp_get_num_threads();
        int last;
        for (int i = id; i < n; i += team)
            y[i] += 0.5 * alpha * x[i];
        #pragma omp critical
        {
            done++;
            last = done == team;
        }
        if (last)
            for (int i = 0; i < n; i++)
                y[i] += 0.5 * alpha * x[i];
    }
}
