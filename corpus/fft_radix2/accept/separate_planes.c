// expect: ok
// Real and imaginary parts in arrays of their own, and the factors of a stage side by side, as compilers like them.
#include <stdlib.h>

void fft_radix2_optimized(int n, const double *twiddle, const double *x, double *y)
{
    double *re = malloc((size_t)n * sizeof *re), *im = malloc((size_t)n * sizeof *im);
    double *w_re = malloc((size_t)n * sizeof *w_re), *w_im = malloc((size_t)n * sizeof *w_im);
    for (int i = 0, j = 0; i < n; i++) {
        re[j] = x[2 * i];
        im[j] = x[2 * i + 1];
        int bit = n / 2;
        for (; j & bit; bit /= 2)
            j -= bit;
        j += bit;
    }
    for (int half = 1; half < n; half *= 2) {
        for (int k = 0; k < half; k++) {
            w_re[k] = twiddle[2 * (k * (n / (2 * half)))];
            w_im[k] = twiddle[2 * (k * (n / (2 * half))) + 1];
        }
        for (int start = 0; start < n; start += 2 * half)
            for (int k = 0; k < half; k++) {
                const int a = start + k, b = a + half;
                const double t_re = w_re[k] * re[b] - w_im[k] * im[b];
                const double t_im = w_re[k] * im[b] + w_im[k] * re[b];
                re[b] = re[a] - t_re;
                im[b] = im[a] - t_im;
                re[a] += t_re;
                im[a] += t_im;
            }
    }
    for (int i = 0; i < n; i++) {
        y[2 * i] = re[i];
        y[2 * i + 1] = im[i];
    }
    free(w_im);
    free(w_re);
    free(im);
    free(re);
}
