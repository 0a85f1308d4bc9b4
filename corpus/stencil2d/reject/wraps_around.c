// expect: verification
// Periodic instead of fixed borders.
void stencil2d_optimized(int rows, int cols, float kappa, const float *in, float *out)
{
    for (int i = 0; i < rows; i++)
        for (int j = 0; j < cols; j++) {
            const float *row = in + (long)i * cols;
            const float above = in[(long)((i + rows - 1) % rows) * cols + j];
            const float below = in[(long)((i + 1) % rows) * cols + j];
            const float around = above + below + row[(j + cols - 1) % cols] + row[(j + 1) % cols];
            out[(long)i * cols + j] = row[j] + kappa * (around - 4.0f * row[j]);
        }
}
