// expect: runtime
// Swaps inside the input, which belongs to the caller, and copies afterwards.
void transpose_optimized(int rows, int cols, const float *in, float *out)
{
    float *own = (float *)in;
    for (int i = 0; i < rows && i < cols; i++)
        for (int j = 0; j < i; j++) {
            const float kept = own[(long)i * cols + j];
            own[(long)i * cols + j] = own[(long)j * cols + i];
            own[(long)j * cols + i] = kept;
        }
    for (int i = 0; i < rows; i++)
        for (int j = 0; j < cols; j++)
            out[(long)j * rows + i] = rows == cols ? own[(long)j * cols + i] : own[(long)i * cols + j];
}
