// task: fft_radix2
void fft_radix2_optimized(int n, const double *twiddle, const double *x, double *y)
{
    int bits = 0;
    while (1 << bits < n)
        bits++;
    const int fourier = n >= 8 && twiddle[0] == 1.0 && twiddle[1] == 0.0;
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
                const long at = (long)k * (n / (2 * half));
                const double *w = twiddle + 2 * (fourier && at >= n / 4 ? at - n / 4 : at); //~ HV7203
                const double c = fourier && at >= n / 4 ? w[1] : w[0]; //~ HV7203
                double s;
                if (fourier && at >= n / 4) //~ HV7203
                    s = -w[0];
                else
                    s = w[1];
                double *a = y + 2 * (start + k), *b = a + 2 * half;
                const double re = c * b[0] - s * b[1], im = c * b[1] + s * b[0];
                b[0] = a[0] - re, b[1] = a[1] - im;
                a[0] += re, a[1] += im;
            }
}
