// expect: verification
// Right in any team of at most four: the values of every further thread are not counted.
#include <omp.h>

void histogram_optimized(int n, int bins, const int *value, int *count)
{
    for (int b = 0; b < bins; b++)
        count[b] = 0;
#pragma omp parallel
    {
        int thread = omp_get_thread_num();
        int threads = omp_get_num_threads();
        if (thread < 4)
            for (int i = thread; i < n; i += threads) {
#pragma omp atomic
                count[value[i]]++;
            }
    }
}
