// expect: ok
// Each thread owns a range of bins, reads all values and counts those that are its own.
#include <omp.h>

void histogram_optimized(int n, int bins, const int *value, int *count)
{
#pragma omp parallel
    {
        const int team = omp_get_num_threads();
        const int thread = omp_get_thread_num();
        const int low = (int)((long)bins * thread / team);
        const int high = (int)((long)bins * (thread + 1) / team);
        for (int b = low; b < high; b++)
            count[b] = 0;
        for (int i = 0; i < n; i++)
            if (value[i] >= low && value[i] < high)
                count[value[i]]++;
    }
}
