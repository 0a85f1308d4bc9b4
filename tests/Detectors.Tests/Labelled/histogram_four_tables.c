#include <string.h>

void kernel(const unsigned char *values, int n, int *bins)
{
    int first[256], second[256], third[256], fourth[256];
    memset(first, 0, sizeof first);
    memset(second, 0, sizeof second);
    memset(third, 0, sizeof third);
    memset(fourth, 0, sizeof fourth);
    int i = 0;
    for (; i + 4 <= n; i += 4) {
        first[values[i]]++;
        second[values[i + 1]]++;
        third[values[i + 2]]++;
        fourth[values[i + 3]]++;
    }
    for (; i < n; i++)
        first[values[i]]++;
    for (int b = 0; b < 256; b++)
        bins[b] = first[b] + second[b] + third[b] + fourth[b];
}
