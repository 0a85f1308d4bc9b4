// task: axpy
// refuted: equivalence
// Asks for four threads and shares out to four, though a runtime may deliver fewer.
#include <omp.h>
void axpy_optimized(int n, double alpha, const double *x, double *y)
{
    #pragma omp parallel num_threads(4)
    {
        const int id = omp_get_thread_num();
        for (int i = id * n / 4; i < (id + 1) * n / 4; i++)
            y[i] += alpha * x[i];
    }
}
