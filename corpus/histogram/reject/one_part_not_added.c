// expect: verification
// Counts into four histograms and adds three.
#include <stdlib.h>

void histogram_optimized(int n, int bins, const int *value, int *count)
{
    int *part = calloc((size_t)bins * 4 + 1, sizeof *part);
    for (int i = 0; i < n; i++)
        part[(long)(i % 4) * bins + value[i]]++;
    for (int b = 0; b < bins; b++) {
        count[b] = 0;
        for (int p = 0; p < 3; p++)
            count[b] += part[(long)p * bins + b];
    }
    free(part);
}
