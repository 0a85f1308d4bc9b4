// expect: verification
// Subtracts the centre three times instead of four.
void stencil2d_optimized(int rows, int cols, float kappa, const float *in, float *out)
{
    for (int i = 0; i < rows; i++)
        for (int j = 0; j < cols; j++) {
            const long at = (long)i * cols + j;
            out[at] = in[at];
            if (i > 0 && i < rows - 1 && j > 0 && j < cols - 1)
                out[at] += kappa * (in[at - cols] + in[at - 1] + in[at + 1] + in[at + cols] - 3.0f * in[at]);
        }
}
