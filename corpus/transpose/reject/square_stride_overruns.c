// expect: runtime
// Writes with the stride of the input and without a check; leaves out where cols > rows.
void transpose_optimized(int rows, int cols, const float *in, float *out)
{
    for (int i = 0; i < rows; i++)
        for (int j = 0; j < cols; j++)
            out[(long)j * cols + i] = in[(long)i * cols + j];
}
