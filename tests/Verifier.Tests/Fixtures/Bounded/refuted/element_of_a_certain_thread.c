// task: axpy
// refuted: equivalence
// there: thread 1 i=0
// Only what the second thread stores is wrong.
#include <omp.h>
void axpy_optimized(int n, double alpha, const double *x, double *y)
{
    #pragma omp parallel for
    for (int i = 0; i < n; i++)
        y[i] += (omp_get_thread_num() == 1 ? 2.0 : 1.0) * alpha * x[i];
}
