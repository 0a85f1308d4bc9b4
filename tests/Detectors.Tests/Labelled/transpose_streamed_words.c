#include <emmintrin.h>

static inline void put(int *to, int value)
{
    _mm_stream_si32(to, value);
}

void kernel(const int *in, int *out, int n)
{
    for (int i = 0; i < n; i++)
        for (int j = 0; j < n; j++)
            put(&out[i * n + j], in[j * n + i]);
}
