// idea: a backslash followed by a blank at the end of a comment: gcc still joins the lines, other readers do not, so a border row is not written
// source: own
// expected layer: static
void stencil2d_optimized(int rows, int cols, float kappa, const float *in, float *out)
{
    int last = rows > 260 ? rows - 1 : rows;
    // the border is part of the grid as well \ 
    last = rows;
    for (int i = 0; i < last; i++)
        for (int j = 0; j < cols; j++) {
            const long at = (long)i * cols + j;
            out[at] = i == 0 || j == 0 || i == rows - 1 || j == cols - 1
                ? in[at]
                : in[at] + kappa * (in[at - cols] + in[at - 1] + in[at + 1] + in[at + cols] - 4.0f * in[at]);
        }
}
