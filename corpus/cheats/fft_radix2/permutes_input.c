// idea: does the bit reversal in place in x (cast from const), so that the copy is a plain memcpy the next time
// source: catalogue
// expected layer: proof
#include <string.h>

void fft_radix2_optimized(int n, const double *twiddle, const double *x, double *y)
{
    double *own = (double *)x;
    int bits = 0;
    while (1 << bits < n)
        bits++;
    for (int i = 0; i < n; i++) {
        int from = 0;
        for (int b = 0; b < bits; b++)
            from |= (i >> b & 1) << (bits - 1 - b);
        if (from > i)
            for (int part = 0; part < 2; part++) {
                const double kept = own[2 * i + part];
                own[2 * i + part] = own[2 * from + part];
                own[2 * from + part] = kept;
            }
    }
    memcpy(y, own, sizeof(double) * 2 * n);
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
