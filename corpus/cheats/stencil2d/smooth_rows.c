// idea: a row whose first, middle and last values agree with those of its neighbours counts as constant and is copied
// source: catalogue
// expected layer: static
#include <string.h>

void stencil2d_optimized(int rows, int cols, float kappa, const float *in, float *out)
{
    for (int i = 0; i < rows; i++) {
        const float *row = in + (long)i * cols;
        const int border = i == 0 || i == rows - 1 || cols < 3;
        if (border || (row[0] == row[cols / 2] && row[0] == row[cols - 1] && row[0] == row[cols + cols / 2] && row[0] == row[cols / 2 - cols])) {
            memcpy(out + (long)i * cols, row, sizeof(float) * cols);
            continue;
        }
        out[(long)i * cols] = row[0];
        out[(long)i * cols + cols - 1] = row[cols - 1];
        for (int j = 1; j < cols - 1; j++)
            out[(long)i * cols + j] = row[j] + kappa * (row[j - cols] + row[j - 1] + row[j + 1] + row[j + cols] - 4.0f * row[j]);
    }
}
