// expect: verification
// Stops one column early; wrong from 3 x 3 on.
void stencil2d_optimized(int rows, int cols, float kappa, const float *in, float *out)
{
    for (int i = 0; i < rows; i++)
        for (int j = 0; j < cols; j++) {
            const long at = (long)i * cols + j;
            if (i == 0 || j == 0 || i == rows - 1 || j >= cols - 2)
                out[at] = in[at];
            else
                out[at] = in[at] + kappa * (in[at - cols] + in[at - 1] + in[at + 1] + in[at + cols] - 4.0f * in[at]);
        }
}
