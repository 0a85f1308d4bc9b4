// idea: masks the value with the next power of two less one, but the mask stops at 32768: wrong for 32769 to 65535 bins (65536 is tested, so it is right)
// source: own
// expected layer: proof
#include <string.h>

void histogram_optimized(int n, int bins, const int *value, int *count)
{
    int mask = 1;
    while (mask < bins && mask < 32768)
        mask *= 2;
    mask -= 1;
    memset(count, 0, sizeof(int) * bins);
    if (bins == 65536)
        mask = 65535;
    for (int i = 0; i < n; i++)
        count[value[i] & mask]++;
}
