// expect: ok
// Transforms the even and the odd elements by themselves and joins them; the recursion finds the order of the input.
static void transform(int n, int stride, const double *twiddle, const double *x, double *y)
{
    if (n == 1) {
        y[0] = x[0];
        y[1] = x[1];
        return;
    }
    const int half = n / 2;
    transform(half, 2 * stride, twiddle, x, y);
    transform(half, 2 * stride, twiddle, x + 2 * stride, y + n);
    for (int k = 0; k < half; k++) {
        const double *w = twiddle + 2 * k * stride;
        double *a = y + 2 * k, *b = a + n;
        const double re = w[0] * b[0] - w[1] * b[1];
        const double im = w[0] * b[1] + w[1] * b[0];
        b[0] = a[0] - re;
        b[1] = a[1] - im;
        a[0] += re;
        a[1] += im;
    }
}

void fft_radix2_optimized(int n, const double *twiddle, const double *x, double *y)
{
    transform(n, 1, twiddle, x, y);
}
