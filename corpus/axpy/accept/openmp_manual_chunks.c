// expect: ok
// Each thread takes one run of elements; the first ones take one more where the team does not divide n.
#include <omp.h>

void axpy_optimized(int n, double alpha, const double *x, double *y)
{
#pragma omp parallel
    {
        const int team = omp_get_num_threads();
        const int thread = omp_get_thread_num();
        const int share = n / team;
        const int rest = n % team;
        const int start = thread * share + (thread < rest ? thread : rest);
        const int end = start + share + (thread < rest ? 1 : 0);
        for (int i = start; i < end; i++)
            y[i] += alpha * x[i];
    }
}
