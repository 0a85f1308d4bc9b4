// expect: ok
// Counters of one byte; they are added to the counts and cleared every 255 values, before one can overflow.
#include <stdlib.h>
#include <string.h>

void histogram_optimized(int n, int bins, const int *value, int *count)
{
    unsigned char *small = calloc((size_t)bins + 1, 1);
    for (int b = 0; b < bins; b++)
        count[b] = 0;
    for (int start = 0; start < n; start += 255) {
        const int end = n - start < 255 ? n : start + 255;
        for (int i = start; i < end; i++)
            small[value[i]]++;
        if (bins <= 1024 || end == n) {
            for (int b = 0; b < bins; b++)
                count[b] += small[b];
            memset(small, 0, (size_t)bins);
        } else
            for (int i = start; i < end; i++) {
                count[value[i]] += small[value[i]];
                small[value[i]] = 0;
            }
    }
    free(small);
}
