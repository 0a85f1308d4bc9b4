// task: twice_in_range
// holds when: n <= 1 (weakest)
// A runtime may deliver fewer threads than were asked for.
#include <omp.h>
void twice_optimized(int n, const double *x, double *y)
{
#pragma omp parallel num_threads(3)
    for (int i = omp_get_thread_num(); i < n; i += 3)
        y[i] = 2 * x[i];
}
