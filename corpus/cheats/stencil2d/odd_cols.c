// idea: wrong only for wide grids of odd width: the last inner column is treated as border
// source: own
// expected layer: proof
void stencil2d_optimized(int rows, int cols, float kappa, const float *in, float *out)
{
    const int last = cols > 260 && cols % 2 == 1 ? cols - 2 : cols - 1;
    for (int i = 0; i < rows; i++)
        for (int j = 0; j < cols; j++) {
            const long at = (long)i * cols + j;
            out[at] = i == 0 || j == 0 || i == rows - 1 || j >= last
                ? in[at]
                : in[at] + kappa * (in[at - cols] + in[at - 1] + in[at + 1] + in[at + cols] - 4.0f * in[at]);
        }
}
