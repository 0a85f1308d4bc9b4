// expect: compile
// Turns the weights around in place, although they are constant.
void convolution2d_optimized(int rows, int cols, int radius, const float *image, const float *weight, float *out)
{
    const int width = 2 * radius + 1;
    for (int t = 0; t < width * width / 2; t++) {
        const float first = weight[t];
        weight[t] = weight[width * width - 1 - t];
        weight[width * width - 1 - t] = first;
    }
    for (int i = 0; i < rows * cols; i++)
        out[i] = image[i] * weight[0];
}
