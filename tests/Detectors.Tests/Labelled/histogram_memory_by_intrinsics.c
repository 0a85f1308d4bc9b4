#include <immintrin.h>

void kernel(const unsigned char *values, int n, int *bins)
{
    int *const own = _mm_malloc(256 * sizeof *own, 64);
    for (int b = 0; b < 256; b++)
        own[b] = 0;
    for (int i = 0; i < n; i++)
        own[values[i]]++;
    for (int b = 0; b < 256; b++)
        bins[b] = own[b];
    _mm_sfence();
    _mm_free(own);
}
