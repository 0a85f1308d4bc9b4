// expect: library
// Copies the grid by the library before it computes.
void cblas_scopy(int n, const float *x, int step_x, float *y, int step_y);

void stencil2d_optimized(int rows, int cols, float kappa, const float *in, float *out)
{
    cblas_scopy(rows * cols, in, 1, out, 1);
    for (int i = 1; i < rows - 1; i++)
        for (int j = 1; j < cols - 1; j++) {
            const long at = (long)i * cols + j;
            out[at] = in[at] + kappa * (in[at - cols] + in[at - 1] + in[at + 1] + in[at + cols] - 4.0f * in[at]);
        }
}
