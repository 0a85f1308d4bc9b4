// expect: ok
// Strips of 64 columns, so that three rows of a strip stay in cache.
enum { STRIP = 64 };

void stencil2d_optimized(int rows, int cols, float kappa, const float *in, float *out)
{
    if (rows == 0 || cols == 0)
        return;
    for (int j = 0; j < cols; j++) {
        out[j] = in[j];
        out[(long)(rows - 1) * cols + j] = in[(long)(rows - 1) * cols + j];
    }
    for (int i = 0; i < rows; i++) {
        out[(long)i * cols] = in[(long)i * cols];
        out[(long)i * cols + cols - 1] = in[(long)i * cols + cols - 1];
    }
    for (int left = 1; left < cols - 1; left += STRIP) {
        const int right = cols - 1 - left < STRIP ? cols - 1 : left + STRIP;
        for (int i = 1; i < rows - 1; i++)
            for (int j = left; j < right; j++) {
                const long at = (long)i * cols + j;
                out[at] = in[at] + kappa * (in[at - cols] + in[at - 1] + in[at + 1] + in[at + cols] - 4.0f * in[at]);
            }
    }
}
