/* Sixteen-bit counters, emptied into the result every 65535 values, before one can overflow. */
#include <stdint.h>
#include <string.h>

void histogram_optimized(int n, int bins, const int *value, int *count)
{
    uint16_t small[2048];
    for (int b = 0; b < bins; b++)
        count[b] = 0;
    if (bins > 2048) {
        for (int i = 0; i < n; i++)
            count[value[i]]++;
        return;
    }
    for (int start = 0; start < n;) {
        const int stop = n - start < 65535 ? n : start + 65535;
        memset(small, 0, sizeof(uint16_t) * bins);
        for (int i = start; i < stop; i++)
            small[value[i]]++;
        for (int b = 0; b < bins; b++)
            count[b] += small[b];
        start = stop;
    }
}
