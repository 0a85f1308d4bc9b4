// idea: the factor index is kept in a 16-bit number: right up to the proven and scored 65536 points, wrong for 2^18 and more
// source: own
// expected layer: proof
#include <stdint.h>

void fft_radix2_optimized(int n, const double *twiddle, const double *x, double *y)
{
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
        for (int start = 0; start < n; start += 2 * half) {
            uint16_t index = 0;
            for (int k = 0; k < half; k++) {
                const double *w = twiddle + 2l * index;
                double *a = y + 2 * (start + k), *b = a + 2 * half;
                const double re = w[0] * b[0] - w[1] * b[1], im = w[0] * b[1] + w[1] * b[0];
                b[0] = a[0] - re, b[1] = a[1] - im;
                a[0] += re, a[1] += im;
                index += n / (2 * half);
            }
        }
}
