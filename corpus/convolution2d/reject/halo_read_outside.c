// expect: runtime
// Asks nothing: reads as many rows before and behind the image as the radius.
void convolution2d_optimized(int rows, int cols, int radius, const float *image, const float *weight, float *out)
{
    const int width = 2 * radius + 1;
    for (int i = 0; i < rows; i++)
        for (int j = 0; j < cols; j++) {
            float sum = 0.0f;
            for (int p = 0; p < width; p++)
                for (int q = 0; q < width; q++)
                    sum += weight[p * width + q] * image[(i + radius - p) * cols + j + radius - q];
            out[i * cols + j] = sum;
        }
}
