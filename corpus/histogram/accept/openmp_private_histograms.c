// expect: ok
// A histogram for each thread, added to the result one thread at a time.
#include <stdlib.h>

void histogram_optimized(int n, int bins, const int *value, int *count)
{
    for (int b = 0; b < bins; b++)
        count[b] = 0;
#pragma omp parallel
    {
        int *own = calloc((size_t)bins + 1, sizeof *own);
#pragma omp for nowait
        for (int i = 0; i < n; i++)
            own[value[i]]++;
#pragma omp critical
        for (int b = 0; b < bins; b++)
            count[b] += own[b];
        free(own);
    }
}
