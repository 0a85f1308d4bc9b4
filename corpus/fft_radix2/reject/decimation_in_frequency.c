// expect: verification
// Multiplies the differences and reverses at the end: the same transform for roots of unity, not for any factors.
void fft_radix2_optimized(int n, const double *twiddle, const double *x, double *y)
{
    for (int i = 0; i < 2 * n; i++)
        y[i] = x[i];
    for (int half = n / 2; half > 0; half /= 2)
        for (int start = 0; start < n; start += 2 * half)
            for (int k = 0; k < half; k++) {
                const double *w = twiddle + 2 * (k * (n / (2 * half)));
                double *a = y + 2 * (start + k), *b = a + 2 * half;
                const double re = a[0] - b[0], im = a[1] - b[1];
                a[0] += b[0];
                a[1] += b[1];
                b[0] = w[0] * re - w[1] * im;
                b[1] = w[0] * im + w[1] * re;
            }
    for (int i = 0; i < n; i++) {
        int j = 0;
        for (int bit = 1, rest = i; bit < n; bit *= 2, rest /= 2)
            j = 2 * j + rest % 2;
        for (int part = 0; i < j && part < 2; part++) {
            const double first = y[2 * i + part];
            y[2 * i + part] = y[2 * j + part];
            y[2 * j + part] = first;
        }
    }
}
