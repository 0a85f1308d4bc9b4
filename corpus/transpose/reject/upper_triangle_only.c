// expect: verification
// The loop of a transpose in place: writes no element below the diagonal of the output.
void transpose_optimized(int rows, int cols, const float *in, float *out)
{
    for (int i = 0; i < rows; i++)
        for (int j = 0; j <= i && j < cols; j++)
            out[(long)j * rows + i] = in[(long)i * cols + j];
}
