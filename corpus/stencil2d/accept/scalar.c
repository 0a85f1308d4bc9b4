// expect: ok
// The border first, then the points inside it.
void stencil2d_optimized(int rows, int cols, float kappa, const float *in, float *out)
{
    if (rows == 0 || cols == 0)
        return;
    for (int j = 0; j < cols; j++) {
        out[j] = in[j];
        out[(long)(rows - 1) * cols + j] = in[(long)(rows - 1) * cols + j];
    }
    for (int i = 0; i < rows; i++) {
        out[(long)i * cols] = in[(long)i * cols];
        out[(long)i * cols + cols - 1] = in[(long)i * cols + cols - 1];
    }
    for (int i = 1; i < rows - 1; i++)
        for (int j = 1; j < cols - 1; j++) {
            const long at = (long)i * cols + j;
            out[at] = in[at] + kappa * (in[at - cols] + in[at - 1] + in[at + 1] + in[at + cols] - 4.0f * in[at]);
        }
}
