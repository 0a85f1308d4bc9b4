// expect: verification
// Beyond the border takes the nearest pixel instead of zero.
static int nearest(int index, int end)
{
    return index < 0 ? 0 : index >= end ? end - 1 : index;
}

void convolution2d_optimized(int rows, int cols, int radius, const float *image, const float *weight, float *out)
{
    const int width = 2 * radius + 1;
    for (int i = 0; i < rows; i++)
        for (int j = 0; j < cols; j++) {
            float sum = 0.0f;
            for (int p = 0; p < width; p++)
                for (int q = 0; q < width; q++)
                    sum += weight[p * width + q]
                        * image[nearest(i + radius - p, rows) * cols + nearest(j + radius - q, cols)];
            out[i * cols + j] = sum;
        }
}
