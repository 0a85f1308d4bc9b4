// task: axpy
// refuted: equivalence
// Any thread may be the one: what comes out hangs on which.
#include <omp.h>
void axpy_optimized(int n, double alpha, const double *x, double *y)
{
    int who = 0;
    #pragma omp parallel
    {
        const int id = omp_get_thread_num();
        #pragma omp single
        who = id;
    }
    for (int i = 0; i < n; i++)
        y[i] += (alpha + who) * x[i];
}
