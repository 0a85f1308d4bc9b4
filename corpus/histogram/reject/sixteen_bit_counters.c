// expect: verification
// Counters of sixteen bits; they wrap around where a value occurs 65536 times, as at n=70000 bins=1.
#include <stdlib.h>

void histogram_optimized(int n, int bins, const int *value, int *count)
{
    unsigned short *small = calloc((size_t)bins + 1, sizeof *small);
    for (int i = 0; i < n; i++)
        small[value[i]]++;
    for (int b = 0; b < bins; b++)
        count[b] = small[b];
    free(small);
}
