// expect: ok
// Tiles of 32 x 32 with clamped edges.
enum { TILE = 32 };

static int smaller(int a, int b)
{
    return a < b ? a : b;
}

void transpose_optimized(int rows, int cols, const float *in, float *out)
{
    for (int top = 0; top < rows; top += TILE)
        for (int left = 0; left < cols; left += TILE)
            for (int i = top; i < smaller(rows, top + TILE); i++)
                for (int j = left; j < smaller(cols, left + TILE); j++)
                    out[(long)j * rows + i] = in[(long)i * cols + j];
}
