#include <limits.h>
#include <hpcverify.h>

void convolution2d_optimized(int rows, int cols, int radius, const float *image, const float *weight, float *out);

/* The convolution of an image with (2 * radius + 1) x (2 * radius + 1) weights, as large as the image; beyond its border
   the image is zero. As a convolution it turns the weights around: weight[0][0] belongs to the pixel below and to the
   right, at distance radius in both directions. */
void convolution2d_contract(int rows, int cols, int radius, const float *image, const float *weight, float *out)
{
    requires(rows >= 0 && cols >= 0 && rows <= 32768 && cols <= 32768);
    requires(radius >= 0 && radius <= 64);

    readable(image, (long)rows * cols);
    readable(weight, (2L * radius + 1) * (2L * radius + 1));
    writes(out, (long)rows * cols);
    disjoint(out, image);
    disjoint(out, weight);

    /* Any order of summation, fused or not, errs by at most one unit of the sum of |weight||pixel| for each weight. */
    tolerance(2.0 * (2 * radius + 1) * (2 * radius + 1) + 2.0);
}

void convolution2d_reference(int rows, int cols, int radius, const float *image, const float *weight, float *out)
{
    const int width = 2 * radius + 1;
    for (int i = 0; i < rows; i++)
        for (int j = 0; j < cols; j++) {
            float sum = 0.0f;
            for (int p = 0; p < width; p++)
                for (int q = 0; q < width; q++) {
                    const int row = i + radius - p, col = j + radius - q;
                    if (row >= 0 && row < rows && col >= 0 && col < cols)
                        sum += weight[p * width + q] * image[(long)row * cols + col];
                }
            out[(long)i * cols + j] = sum;
        }
}
