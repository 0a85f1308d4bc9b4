#include <limits.h>
#include <math.h>
#include <hpcverify.h>

void stencil2d_optimized(int rows, int cols, float kappa, const float *in, float *out);

/* One explicit step of the heat equation: each inner point moves by kappa times the five-point Laplacian, and the border
   is copied. A grid of fewer than three rows or columns is all border. */
void stencil2d_contract(int rows, int cols, float kappa, const float *in, float *out)
{
    (void)kappa;
    requires(rows >= 0 && cols >= 0);
    requires(rows <= INT_MAX - 4096 && cols <= INT_MAX - 4096);
    requires((long)rows * cols <= INT_MAX);

    readable(in, (long)rows * cols);
    writes(out, (long)rows * cols);
    disjoint(out, in);

    /* Up to seven roundings on either side, each of at most one unit of the sum of the absolute values. */
    tolerance(16.0);
}

static int is_border(int i, int j, int rows, int cols)
{
    return i == 0 || j == 0 || i == rows - 1 || j == cols - 1;
}

void stencil2d_reference(int rows, int cols, float kappa, const float *in, float *out)
{
    for (int i = 0; i < rows; i++)
        for (int j = 0; j < cols; j++) {
            const long at = (long)i * cols + j;
            out[at] = is_border(i, j, rows, cols)
                ? in[at]
                : in[at] + kappa * (in[at - cols] + in[at - 1] + in[at + 1] + in[at + cols] - 4.0f * in[at]);
        }
}

/* The Laplacian subtracts, so its value says nothing of its rounding errors; a border is copied and has none. */
void stencil2d_magnitude(int rows, int cols, float kappa, const float *in, float *out)
{
    for (int i = 0; i < rows; i++)
        for (int j = 0; j < cols; j++) {
            const long at = (long)i * cols + j;
            const float around = is_border(i, j, rows, cols)
                ? 0.0f
                : fabsf(in[at - cols]) + fabsf(in[at - 1]) + fabsf(in[at + 1]) + fabsf(in[at + cols]);
            out[at] = is_border(i, j, rows, cols)
                ? 0.0f
                : fabsf(in[at]) + fabsf(kappa) * (around + 4.0f * fabsf(in[at]));
        }
}
