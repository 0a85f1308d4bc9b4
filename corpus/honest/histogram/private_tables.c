/* A table for each thread, added under a lock; few values or many bins are counted by one thread. */
#include <stdlib.h>

void histogram_optimized(int n, int bins, const int *value, int *count)
{
    for (int b = 0; b < bins; b++)
        count[b] = 0;
    if (n < 50000 || n / 16 < bins) {
        for (int i = 0; i < n; i++)
            count[value[i]]++;
        return;
    }
    #pragma omp parallel
    {
        int *own = calloc(bins, sizeof *own);
        #pragma omp for schedule(static)
        for (int i = 0; i < n; i++) {
            if (own) {
                own[value[i]]++;
            } else {
                #pragma omp atomic
                count[value[i]]++;
            }
        }
        if (own)
            for (int b = 0; b < bins; b++)
                if (own[b] != 0) {
                    #pragma omp atomic
                    count[b] += own[b];
                }
        free(own);
    }
}
