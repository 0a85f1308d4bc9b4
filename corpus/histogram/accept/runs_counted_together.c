// expect: ok
// Counts a run of equal values in a register and adds it once.
#include <string.h>

void histogram_optimized(int n, int bins, const int *value, int *count)
{
    memset(count, 0, (size_t)bins * sizeof *count);
    int i = 0;
    while (i < n) {
        const int start = i;
        const int bin = value[i];
        do
            i++;
        while (i < n && value[i] == bin);
        count[bin] += i - start;
    }
}
