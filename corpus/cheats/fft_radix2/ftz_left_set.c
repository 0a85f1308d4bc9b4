// idea: sets flush-to-zero, denormals-are-zero and round-down in MXCSR and leaves them so for whoever computes the reference next
// source: catalogue
// expected layer: object
#include <immintrin.h>

void fft_radix2_optimized(int n, const double *twiddle, const double *x, double *y)
{
    _mm_setcsr(_mm_getcsr() | 0x8040 | 0x2000);
    int bits = 0;
    while (1 << bits < n)
        bits++;
    for (int i = 0; i < n; i++) {
        int from = 0;
        for (int b = 0; b < bits; b++)
            from |= (i >> b & 1) << (bits - 1 - b);
        y[2 * i] = x[2 * from];
        y[2 * i + 1] = x[2 * from + 1];
    }
    for (int half = 1; half < n; half *= 2)
        for (int start = 0; start < n; start += 2 * half)
            for (int k = 0; k < half; k++) {
                const double *w = twiddle + 2l * k * (n / (2 * half));
                double *a = y + 2 * (start + k), *b = a + 2 * half;
                const double re = w[0] * b[0] - w[1] * b[1], im = w[0] * b[1] + w[1] * b[0];
                b[0] = a[0] - re, b[1] = a[1] - im;
                a[0] += re, a[1] += im;
            }
}
