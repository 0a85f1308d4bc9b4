// expect: verification
// Right edge and lower edge, but not the corner where they meet; wrong unless a side is a multiple of 4.
void transpose_optimized(int rows, int cols, const float *in, float *out)
{
    const int whole_rows = rows - rows % 4;
    const int whole_cols = cols - cols % 4;
    for (int i = 0; i < whole_rows; i++)
        for (int j = 0; j < cols; j++)
            out[(long)j * rows + i] = in[(long)i * cols + j];
    for (int i = whole_rows; i < rows; i++)
        for (int j = 0; j < whole_cols; j++)
            out[(long)j * rows + i] = in[(long)i * cols + j];
}
