// expect: runtime
// Every tile is a whole one; leaves both matrices unless both sides are multiples of 16.
enum { TILE = 16 };

void transpose_optimized(int rows, int cols, const float *in, float *out)
{
    for (int top = 0; top < rows; top += TILE)
        for (int left = 0; left < cols; left += TILE)
            for (int i = top; i < top + TILE; i++)
                for (int j = left; j < left + TILE; j++)
                    out[(long)j * rows + i] = in[(long)i * cols + j];
}
