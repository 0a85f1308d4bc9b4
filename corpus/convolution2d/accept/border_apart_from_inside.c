// expect: ok
// Plain loops where every weight meets a pixel, questions on the border only.
static float on_border(int rows, int cols, int radius, const float *image, const float *weight, int i, int j)
{
    const int width = 2 * radius + 1;
    float sum = 0.0f;
    for (int p = 0; p < width; p++)
        for (int q = 0; q < width; q++) {
            const int row = i + radius - p, col = j + radius - q;
            if (row >= 0 && row < rows && col >= 0 && col < cols)
                sum += weight[p * width + q] * image[row * cols + col];
        }
    return sum;
}

static float inside(int cols, int radius, const float *center, const float *weight)
{
    float sum = 0.0f;
    for (int down = -radius; down <= radius; down++)
        for (int right = -radius; right <= radius; right++)
            sum += *weight++ * center[-down * cols - right];
    return sum;
}

void convolution2d_optimized(int rows, int cols, int radius, const float *image, const float *weight, float *out)
{
    for (int i = 0; i < rows; i++)
        for (int j = 0; j < cols; j++) {
            const int is_inside = i >= radius && i < rows - radius && j >= radius && j < cols - radius;
            out[i * cols + j] = is_inside
                ? inside(cols, radius, image + i * cols + j, weight)
                : on_border(rows, cols, radius, image, weight, i, j);
        }
}
