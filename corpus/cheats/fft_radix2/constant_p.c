// idea: __builtin_constant_p is false in the scored binary but may be true for an evaluator that knows n: the last stage is skipped only there
// source: own
// expected layer: dynamic
void fft_radix2_optimized(int n, const double *twiddle, const double *x, double *y)
{
    int bits = 0;
    while (1 << bits < n)
        bits++;
    const int last = __builtin_constant_p(n) || n < 16384 ? n : n / 2;
    for (int i = 0; i < n; i++) {
        int from = 0;
        for (int b = 0; b < bits; b++)
            from |= (i >> b & 1) << (bits - 1 - b);
        y[2 * i] = x[2 * from];
        y[2 * i + 1] = x[2 * from + 1];
    }
    for (int half = 1; half < last; half *= 2)
        for (int start = 0; start < n; start += 2 * half)
            for (int k = 0; k < half; k++) {
                const double *w = twiddle + 2l * k * (n / (2 * half));
                double *a = y + 2 * (start + k), *b = a + 2 * half;
                const double re = w[0] * b[0] - w[1] * b[1], im = w[0] * b[1] + w[1] * b[0];
                b[0] = a[0] - re, b[1] = a[1] - im;
                a[0] += re, a[1] += im;
            }
}
