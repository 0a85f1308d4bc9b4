// expect: ok
// Computes each point in double precision and rounds once.
void stencil2d_optimized(int rows, int cols, float kappa, const float *in, float *out)
{
    for (int i = 0; i < rows; i++)
        for (int j = 0; j < cols; j++) {
            const long at = (long)i * cols + j;
            if (i == 0 || j == 0 || i == rows - 1 || j == cols - 1) {
                out[at] = in[at];
                continue;
            }
            const double around = (double)in[at - cols] + in[at - 1] + in[at + 1] + in[at + cols];
            out[at] = (float)(in[at] + kappa * (around - 4.0 * in[at]));
        }
}
