// expect: ok
// Threads share the tiles; no two tiles write the same element.
enum { TILE = 16 };

void transpose_optimized(int rows, int cols, const float *in, float *out)
{
    const int tile_rows = (rows + TILE - 1) / TILE;
    const int tile_cols = (cols + TILE - 1) / TILE;
#pragma omp parallel for collapse(2) schedule(static)
    for (int a = 0; a < tile_rows; a++)
        for (int b = 0; b < tile_cols; b++)
            for (int i = a * TILE; i < rows && i < (a + 1) * TILE; i++)
                for (int j = b * TILE; j < cols && j < (b + 1) * TILE; j++)
                    out[(long)j * rows + i] = in[(long)i * cols + j];
}
