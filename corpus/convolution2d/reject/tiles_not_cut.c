// expect: runtime
// Tiles of 16 x 16 pixels that go on beyond the image's edge.
void convolution2d_optimized(int rows, int cols, int radius, const float *image, const float *weight, float *out)
{
    const int width = 2 * radius + 1;
    for (int ib = 0; ib < rows; ib += 16)
        for (int jb = 0; jb < cols; jb += 16)
            for (int i = ib; i < ib + 16; i++)
                for (int j = jb; j < jb + 16; j++) {
                    float sum = 0.0f;
                    for (int p = 0; p < width; p++)
                        for (int q = 0; q < width; q++) {
                            const int row = i + radius - p, col = j + radius - q;
                            if (row >= 0 && row < rows && col >= 0 && col < cols)
                                sum += weight[p * width + q] * image[row * cols + col];
                        }
                    out[i * cols + j] = sum;
                }
}
