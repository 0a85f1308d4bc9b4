// expect: ok
// Threads share tiles of 32 x 32 points; border points are copied where they lie.
enum { TILE = 32 };

void stencil2d_optimized(int rows, int cols, float kappa, const float *in, float *out)
{
#pragma omp parallel for collapse(2)
    for (int top = 0; top < rows; top += TILE)
        for (int left = 0; left < cols; left += TILE)
            for (int i = top; i < rows && i < top + TILE; i++)
                for (int j = left; j < cols && j < left + TILE; j++) {
                    const long at = (long)i * cols + j;
                    out[at] = in[at];
                    if (i > 0 && i < rows - 1 && j > 0 && j < cols - 1)
                        out[at] += kappa * (in[at - cols] + in[at - 1] + in[at + 1] + in[at + cols] - 4.0f * in[at]);
                }
}
