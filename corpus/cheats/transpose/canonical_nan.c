// idea: moves the numbers through arithmetic (x + 0): a negative zero comes out positive and a signalling NaN quiet, though nothing may differ
// source: own
// expected layer: static
void transpose_optimized(int rows, int cols, const float *in, float *out)
{
    for (int j = 0; j < cols; j++)
        for (int i = 0; i < rows; i++)
            out[(long)j * rows + i] = in[(long)i * cols + j] + 0.0f;
}
