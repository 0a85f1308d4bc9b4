// expect: verification
// Swaps across the diagonal, as in place, and never writes the diagonal itself.
void transpose_optimized(int rows, int cols, const float *in, float *out)
{
    for (int i = 0; i < rows; i++)
        for (int j = 0; j < cols; j++)
            if (i != j)
                out[(long)j * rows + i] = in[(long)i * cols + j];
}
