// expect: runtime
// Steps inside the input, which belongs to the caller, and copies the result.
void stencil2d_optimized(int rows, int cols, float kappa, const float *in, float *out)
{
    float *grid = (float *)in;
    for (int i = 1; i < rows - 1; i++)
        for (int j = 1; j < cols - 1; j++) {
            const long at = (long)i * cols + j;
            grid[at] += kappa * (grid[at - cols] + grid[at - 1] + grid[at + 1] + grid[at + cols] - 4.0f * grid[at]);
        }
    for (long at = 0; at < (long)rows * cols; at++)
        out[at] = grid[at];
}
