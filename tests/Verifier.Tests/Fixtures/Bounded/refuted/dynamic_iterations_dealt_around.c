// task: axpy
// refuted: equivalence
// Takes a dynamic schedule to deal iterations around from the first thread.
#include <omp.h>
void axpy_optimized(int n, double alpha, const double *x, double *y)
{
    #pragma omp parallel
    {
        const int id = omp_get_thread_num(), team = omp_get_num_threads();
        #pragma omp for schedule(dynamic)
        for (int i = 0; i < n; i++)
            y[i] += (alpha + (i % team - id)) * x[i];
    }
}
