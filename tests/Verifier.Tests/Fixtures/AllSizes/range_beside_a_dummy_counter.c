// task: transpose
// A sum that may overflow must not hide a counter that is too narrow.
// termination: proved for all sizes with cols <= 65535
// coverage: proved for all sizes with cols <= 65535
void transpose_optimized(int rows, int cols, const float *in, float *out)
{
    int c[1] = {0};
    for (int i = 0; i < rows; i++)
        for (unsigned short j = 0; j < cols; j++) {
            out[j * rows + i] = in[i * cols + j];
            c[0]++;
        }
}
