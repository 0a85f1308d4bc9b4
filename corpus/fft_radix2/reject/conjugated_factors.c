// expect: verification
// Takes the factors with the imaginary part turned around: the inverse transform.
void fft_radix2_optimized(int n, const double *twiddle, const double *x, double *y)
{
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
                const double *w = twiddle + 2 * (k * (n / (2 * half)));
                double *a = y + 2 * (start + k), *b = a + 2 * half;
                const double re = w[0] * b[0] + w[1] * b[1];
                const double im = w[0] * b[1] - w[1] * b[0];
                b[0] = a[0] - re;
                b[1] = a[1] - im;
                a[0] += re;
                a[1] += im;
            }
}
