// expect: format
// Takes matrices of doubles: another signature.
void transpose_optimized(int rows, int cols, const double *in, double *out)
{
    for (int i = 0; i < rows; i++)
        for (int j = 0; j < cols; j++)
            out[(long)j * rows + i] = in[(long)i * cols + j];
}
