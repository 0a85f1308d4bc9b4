// expect: ok
// Threads over tiles of 16 x 64 pixels, cut at the image's edge.
enum { tile_rows = 16, tile_cols = 64 };

void convolution2d_optimized(int rows, int cols, int radius, const float *image, const float *weight, float *out)
{
    const int width = 2 * radius + 1;
#pragma omp parallel for collapse(2) schedule(dynamic)
    for (int ib = 0; ib < rows; ib += tile_rows)
        for (int jb = 0; jb < cols; jb += tile_cols) {
            const int i_end = rows - ib < tile_rows ? rows : ib + tile_rows;
            const int j_end = cols - jb < tile_cols ? cols : jb + tile_cols;
            for (int i = ib; i < i_end; i++)
                for (int j = jb; j < j_end; j++) {
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
}
