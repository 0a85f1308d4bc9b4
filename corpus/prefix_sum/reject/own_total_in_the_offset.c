// expect: verification
// Every thread adds the totals up to and including its own; wrong for any team.
#include <omp.h>
#include <stdlib.h>

void prefix_sum_optimized(int n, const double *x, double *y)
{
    double *totals = malloc(((size_t)omp_get_max_threads() + 1) * sizeof *totals);
#pragma omp parallel
    {
        const int team = omp_get_num_threads();
        const int thread = omp_get_thread_num();
        const int start = (int)((long)n * thread / team);
        const int end = (int)((long)n * (thread + 1) / team);
        double sum = 0.0;
        for (int i = start; i < end; i++) {
            sum += x[i];
            y[i] = sum;
        }
        totals[thread] = sum;
#pragma omp barrier
        double before = 0.0;
        for (int t = 0; t <= thread; t++)
            before += totals[t];
        for (int i = start; i < end; i++)
            y[i] += before;
    }
    free(totals);
}
