// expect: ok
// Cuts the ranges of p and q to the image once for each pixel, so that the loops ask nothing.
void convolution2d_optimized(int rows, int cols, int radius, const float *image, const float *weight, float *out)
{
    const int width = 2 * radius + 1;
    for (int i = 0; i < rows; i++) {
        const int p_first = i + radius - (rows - 1) > 0 ? i + radius - (rows - 1) : 0;
        const int p_last = i + radius < width - 1 ? i + radius : width - 1;
        for (int j = 0; j < cols; j++) {
            const int q_first = j + radius - (cols - 1) > 0 ? j + radius - (cols - 1) : 0;
            const int q_last = j + radius < width - 1 ? j + radius : width - 1;
            float sum = 0.0f;
            for (int p = p_first; p <= p_last; p++)
                for (int q = q_first; q <= q_last; q++)
                    sum += weight[p * width + q] * image[(i + radius - p) * cols + j + radius - q];
            out[i * cols + j] = sum;
        }
    }
}
