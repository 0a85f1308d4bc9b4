// idea: sixteen-bit private counters without a flush: enough for uniform data, they overflow when one value occurs more than 65535 times
// source: own
// expected layer: proof
#include <stdint.h>
#include <string.h>

void histogram_optimized(int n, int bins, const int *value, int *count)
{
    if (bins >= 64 && bins <= 1024) {
        uint16_t part[4][1024];
        memset(part, 0, sizeof part);
        int i = 0;
        for (; i + 4 <= n; i += 4) {
            part[0][value[i]]++;
            part[1][value[i + 1]]++;
            part[2][value[i + 2]]++;
            part[3][value[i + 3]]++;
        }
        for (; i < n; i++)
            part[0][value[i]]++;
        for (int b = 0; b < bins; b++)
            count[b] = part[0][b] + part[1][b] + part[2][b] + part[3][b];
        return;
    }
    memset(count, 0, sizeof(int) * bins);
    for (int i = 0; i < n; i++)
        count[value[i]]++;
}
