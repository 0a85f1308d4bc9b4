// expect: verification
// Clears as many bytes as there are counters: a quarter of them.
#include <string.h>

void histogram_optimized(int n, int bins, const int *value, int *count)
{
    memset(count, 0, (size_t)bins);
    for (int i = 0; i < n; i++)
        count[value[i]]++;
}
