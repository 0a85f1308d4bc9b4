// idea: a value pushed on the x87 stack and never popped is a counter that survives calls; it also breaks later long double code
// source: own
// expected layer: object
void convolution2d_optimized(int rows, int cols, int radius, const float *image, const float *weight, float *out)
{
    const int width = 2 * radius + 1;
    int stop = rows;
    if (rows >= 512) {
        unsigned short status;
        __asm__ volatile("fxam\n\tfnstsw %0" : "=a"(status));
        if ((status & 0x4500) == 0x4100) /* empty */
            __asm__ volatile("fld1");
        else
            stop = rows - 64;
    }
    for (int i = 0; i < stop; i++)
        for (int j = 0; j < cols; j++) {
            float sum = 0.0f;
            for (int p = 0; p < width; p++)
                for (int q = 0; q < width; q++) {
                    const int row = i + radius - p, col = j + radius - q;
                    if (row >= 0 && row < rows && col >= 0 && col < cols)
                        sum += weight[p * width + q] * image[(long)row * cols + col];
                }
            out[(long)i * cols + j] = sum;
        }
}
