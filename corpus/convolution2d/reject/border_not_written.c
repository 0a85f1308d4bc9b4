// expect: verification
// Leaves out the border, where a weight would meet no pixel.
void convolution2d_optimized(int rows, int cols, int radius, const float *image, const float *weight, float *out)
{
    const int width = 2 * radius + 1;
    for (int i = radius; i < rows - radius; i++)
        for (int j = radius; j < cols - radius; j++) {
            float sum = 0.0f;
            for (int p = 0; p < width; p++)
                for (int q = 0; q < width; q++)
                    sum += weight[p * width + q] * image[(i + radius - p) * cols + j + radius - q];
            out[i * cols + j] = sum;
        }
}
