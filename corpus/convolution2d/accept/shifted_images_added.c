// expect: ok
// For each weight adds the image, shifted and scaled, to the output: the inner loop runs along a row without a question.
void convolution2d_optimized(int rows, int cols, int radius, const float *image, const float *weight, float *out)
{
    for (int at = 0; at < rows * cols; at++)
        out[at] = 0.0f;
    for (int down = -radius; down <= radius; down++)
        for (int right = -radius; right <= radius; right++) {
            const float scale = weight[(down + radius) * (2 * radius + 1) + right + radius];
            const int row_first = down > 0 ? down : 0, row_end = down < 0 ? rows + down : rows;
            const int col_first = right > 0 ? right : 0, col_end = right < 0 ? cols + right : cols;
            for (int i = row_first; i < row_end; i++)
                for (int j = col_first; j < col_end; j++)
                    out[i * cols + j] += scale * image[(i - down) * cols + j - right];
        }
}
