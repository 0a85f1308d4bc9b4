// expect: ok
// Gathers the centre's terms into one factor, 1 - 4 kappa.
void stencil2d_optimized(int rows, int cols, float kappa, const float *in, float *out)
{
    const float center = 1.0f - 4.0f * kappa;
    for (int i = 0; i < rows; i++) {
        const float *above = in + (long)(i - (i > 0)) * cols;
        const float *here = in + (long)i * cols;
        const float *below = in + (long)(i + (i < rows - 1)) * cols;
        float *result = out + (long)i * cols;
        if (i == 0 || i == rows - 1) {
            for (int j = 0; j < cols; j++)
                result[j] = here[j];
            continue;
        }
        for (int j = 0; j < cols; j++)
            result[j] = j == 0 || j == cols - 1
                ? here[j]
                : center * here[j] + kappa * ((above[j] + below[j]) + (here[j - 1] + here[j + 1]));
    }
}
