// expect: format
// Takes arrays of complex numbers: another signature.
#include <complex.h>

void fft_radix2_optimized(int n, const double complex *twiddle, const double complex *x, double complex *y)
{
    for (int i = 0, j = 0; i < n; i++) {
        y[j] = x[i];
        int bit = n / 2;
        for (; j & bit; bit /= 2)
            j -= bit;
        j += bit;
    }
    for (int half = 1; half < n; half *= 2)
        for (int start = 0; start < n; start += 2 * half)
            for (int k = 0; k < half; k++) {
                const double complex t = twiddle[k * (n / (2 * half))] * y[start + k + half];
                y[start + k + half] = y[start + k] - t;
                y[start + k] += t;
            }
}
