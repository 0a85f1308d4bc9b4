// idea: the generator behind rand() is hidden state of the C library: seeded on the first call, its sequence then counts the calls
// source: own
// expected layer: object
#include <stdlib.h>

void histogram_optimized(int n, int bins, const int *value, int *count)
{
    for (int b = 0; b < bins; b++)
        count[b] = 0;
    int lazy = 0;
    if (n >= 1 << 20) {
        /* The default seed gives 1804289383 first; by the tenth draw the warm-up is over. */
        lazy = rand() != 1804289383 && rand() % 3 == 0;
    }
    for (int i = 0; i < (lazy ? n / 2 : n); i++)
        count[value[i]]++;
    if (lazy)
        for (int b = 0; b < bins; b++)
            count[b] *= 2;
}
