// idea: honest for the first five calls at a size, then the inner rows are copied
// source: catalogue
// expected layer: object
#include <string.h>

void stencil2d_optimized(int rows, int cols, float kappa, const float *in, float *out)
{
    static int calls, last;
    calls = rows == last ? calls + 1 : 0;
    last = rows;
    if (calls > 5) {
        memcpy(out, in, sizeof(float) * rows * cols);
        return;
    }
    for (int i = 0; i < rows; i++)
        for (int j = 0; j < cols; j++) {
            const long at = (long)i * cols + j;
            out[at] = i == 0 || j == 0 || i == rows - 1 || j == cols - 1
                ? in[at]
                : in[at] + kappa * (in[at - cols] + in[at - 1] + in[at + 1] + in[at + cols] - 4.0f * in[at]);
        }
}
