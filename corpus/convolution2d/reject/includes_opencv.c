// expect: library
// Leaves the work to a library for images.
#include <opencv2/imgproc/imgproc_c.h>

void convolution2d_optimized(int rows, int cols, int radius, const float *image, const float *weight, float *out)
{
    CvMat source = cvMat(rows, cols, CV_32FC1, (void *)image);
    CvMat kernel = cvMat(2 * radius + 1, 2 * radius + 1, CV_32FC1, (void *)weight);
    CvMat target = cvMat(rows, cols, CV_32FC1, out);
    cvFilter2D(&source, &target, &kernel, cvPoint(-1, -1));
}
