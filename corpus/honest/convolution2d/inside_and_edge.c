/* Points far from the edge need no tests; the frame around them is done with care. */
static float edge(int i, int j, int rows, int cols, int radius, const float *image, const float *weight)
{
    const int width = 2 * radius + 1;
    float sum = 0.0f;
    for (int row = i > radius ? i - radius : 0; row <= i + radius && row < rows; row++)
        for (int col = j > radius ? j - radius : 0; col <= j + radius && col < cols; col++)
            sum += weight[(i + radius - row) * width + j + radius - col] * image[(long)row * cols + col];
    return sum;
}

void convolution2d_optimized(int rows, int cols, int radius, const float *image, const float *weight, float *out)
{
    const int width = 2 * radius + 1;
    #pragma omp parallel for schedule(dynamic, 4) if ((long)rows * cols > 10000)
    for (int i = 0; i < rows; i++) {
        float *to = out + (long)i * cols;
        if (i < radius || i >= rows - radius || cols <= 2 * radius) {
            for (int j = 0; j < cols; j++)
                to[j] = edge(i, j, rows, cols, radius, image, weight);
            continue;
        }
        for (int j = 0; j < radius; j++) {
            to[j] = edge(i, j, rows, cols, radius, image, weight);
            to[cols - 1 - j] = edge(i, cols - 1 - j, rows, cols, radius, image, weight);
        }
        for (int j = radius; j < cols - radius; j++)
            to[j] = 0.0f;
        for (int p = 0; p < width; p++)
            for (int q = 0; q < width; q++) {
                const float w = weight[p * width + q];
                const float *from = image + (long)(i + radius - p) * cols + radius - q;
                #pragma omp simd
                for (int j = radius; j < cols - radius; j++)
                    to[j] += w * from[j];
            }
    }
}
