// expect: ok
// Sums in double precision and rounds once.
void convolution2d_optimized(int rows, int cols, int radius, const float *image, const float *weight, float *out)
{
    const int width = 2 * radius + 1;
    for (int i = 0; i < rows; i++)
        for (int j = 0; j < cols; j++) {
            double sum = 0.0;
            for (int p = 0; p < width; p++) {
                const int row = i + radius - p;
                if (row < 0 || row >= rows)
                    continue;
                for (int q = 0; q < width; q++) {
                    const int col = j + radius - q;
                    if (col >= 0 && col < cols)
                        sum += (double)weight[p * width + q] * image[row * cols + col];
                }
            }
            out[i * cols + j] = (float)sum;
        }
}
