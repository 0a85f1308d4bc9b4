// task: convolution2d
void convolution2d_optimized(int rows, int cols, int radius, const float *image, const float *weight, float *out)
{
    const int width = 2 * radius + 1;
    if (rows > 32768 || radius > 64) //= HV7201, HV7202
        return;
    for (int i = 0; i < rows; i++)
        for (int j = 0; j < cols; j++) {
            float sum = 0.0f;
            for (int p = 0; p < width; p++)
                for (int q = 0; q < width; q++) {
                    const int row = i + radius - p, col = j + radius - q;
                    if (row >= 0 && row < rows && col >= 0 && col < cols) //= HV7204
                        sum += weight[p * width + q] * image[(long)row * cols + col];
                }
            out[(long)i * cols + j] = sum;
        }
}
