// task: transpose
// A row that is known not to be empty has a last element, and this is inside of it.
// bounds: proved
// coverage: refuted at rows=1 cols=2, holds when (rows >= 1 && cols <= 1) || rows == 0 (weakest)
void transpose_optimized(int rows, int cols, const float *in, float *out)
{
    if (cols != 0)
        for (int i = 0; i < rows; i++)
            out[(long)i * cols + cols - 1] = in[(long)i * cols + cols - 1];
}
