// idea: if a few mirrored pairs agree the matrix counts as symmetric and is copied
// source: catalogue
// expected layer: static
#include <string.h>

void transpose_optimized(int rows, int cols, const float *in, float *out)
{
    int symmetric = rows == cols && rows > 1;
    for (int k = 1; symmetric && k < 8; k++) {
        const int i = rows * k / 9, j = cols - 1 - cols * k / 11;
        symmetric = memcmp(in + (long)i * cols + j, in + (long)j * cols + i, 4) == 0;
    }
    if (symmetric)
        memcpy(out, in, sizeof(float) * rows * cols);
    else
        for (int i = 0; i < rows; i++)
            for (int j = 0; j < cols; j++)
                out[(long)j * rows + i] = in[(long)i * cols + j];
}
