/* Four tables hide the latency of repeated values; many bins go to one table in place. */
#include <string.h>

void histogram_optimized(int n, int bins, const int *value, int *count)
{
    enum { most = 1024 };
    if (bins > most || n < 4 * bins) {
        for (int b = 0; b < bins; b++)
            count[b] = 0;
        for (int i = 0; i < n; i++)
            count[value[i]]++;
        return;
    }
    int table[4][most];
    for (int t = 0; t < 4; t++)
        memset(table[t], 0, sizeof(int) * bins);
    int i = 0;
    for (; i + 4 <= n; i += 4)
        for (int t = 0; t < 4; t++)
            table[t][value[i + t]]++;
    for (; i < n; i++)
        table[0][value[i]]++;
    for (int b = 0; b < bins; b++)
        count[b] = table[0][b] + table[1][b] + table[2][b] + table[3][b];
}
