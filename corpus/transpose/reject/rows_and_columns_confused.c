// expect: verification
// Writes with the stride of the input; right only for square matrices.
void transpose_optimized(int rows, int cols, const float *in, float *out)
{
    for (int i = 0; i < rows; i++)
        for (int j = 0; j < cols; j++)
            if ((long)j * cols + i < (long)rows * cols)
                out[(long)j * cols + i] = in[(long)i * cols + j];
}
