// expect: verification
// Ignores the factors it is given and computes those of the discrete Fourier transform.
#include <math.h>

void fft_radix2_optimized(int n, const double *twiddle, const double *x, double *y)
{
    (void)twiddle;
    for (int i = 0, j = 0; i < n; i++) {
        y[2 * j] = x[2 * i];
        y[2 * j + 1] = x[2 * i + 1];
        int bit = n / 2;
        for (; j & bit; bit /= 2)
            j -= bit;
        j += bit;
    }
    for (int half = 1; half < n; half *= 2)
        for (int start = 0; start < n; start += 2 * half)
            for (int k = 0; k < half; k++) {
                const double angle = -3.14159265358979323846 * k / half;
                const double w_re = cos(angle), w_im = sin(angle);
                double *a = y + 2 * (start + k), *b = a + 2 * half;
                const double re = w_re * b[0] - w_im * b[1];
                const double im = w_re * b[1] + w_im * b[0];
                b[0] = a[0] - re;
                b[1] = a[1] - im;
                a[0] += re;
                a[1] += im;
            }
}
