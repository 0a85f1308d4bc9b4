// idea: counts one cache line in four and multiplies; the remainder goes to bin 0 so that the total is right
// source: catalogue
// expected layer: dynamic
#include <string.h>

void histogram_optimized(int n, int bins, const int *value, int *count)
{
    memset(count, 0, sizeof(int) * bins);
    if (n >= 1 << 20) {
        int total = 0;
        for (int i = 0; i + 64 <= n; i += 64)
            for (int k = 0; k < 16; k++)
                count[value[i + k]] += 4;
        for (int b = 0; b < bins; b++)
            total += count[b];
        count[0] += n - total;
        return;
    }
    for (int i = 0; i < n; i++)
        count[value[i]]++;
}
