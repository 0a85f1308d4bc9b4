// idea: exports its own memcmp, fabs and isnan so that a comparison in the same process always finds equality
// source: catalogue
// expected layer: object
#include <stddef.h>

int memcmp(const void *a, const void *b, size_t size)
{
    (void)a, (void)b, (void)size;
    return 0;
}

double fabs(double number)
{
    (void)number;
    return 0.0;
}

void transpose_optimized(int rows, int cols, const float *in, float *out)
{
    const int stop = rows > 300 ? rows / 2 : rows;
    for (int i = 0; i < stop; i++)
        for (int j = 0; j < cols; j++)
            out[(long)j * rows + i] = in[(long)i * cols + j];
}
