// expect: ok
// Reads down columns and writes along rows.
void transpose_optimized(int rows, int cols, const float *in, float *out)
{
    for (int j = 0; j < cols; j++)
        for (int i = 0; i < rows; i++)
            *out++ = in[(long)i * cols + j];
}
