/* Joins two stages, so that four points stay in registers; a last single stage if their number is odd. */
static unsigned turned(unsigned index, int bits)
{
    static const unsigned char nibble[16] = {0, 8, 4, 12, 2, 10, 6, 14, 1, 9, 5, 13, 3, 11, 7, 15};
    unsigned result = 0;
    for (int shift = 0; shift < 32; shift += 4)
        result = result << 4 | nibble[index >> shift & 15];
    return bits == 0 ? 0 : result >> (32 - bits);
}

static void join(double *a, double *b, const double *w)
{
    const double re = w[0] * b[0] - w[1] * b[1], im = w[0] * b[1] + w[1] * b[0];
    b[0] = a[0] - re, b[1] = a[1] - im;
    a[0] += re, a[1] += im;
}

void fft_radix2_optimized(int n, const double *twiddle, const double *x, double *y)
{
    const int bits = __builtin_ctz(n);
    for (int i = 0; i < n; i++) {
        const double *from = x + 2 * (long)turned(i, bits);
        y[2l * i] = from[0];
        y[2l * i + 1] = from[1];
    }
    long half = 1;
    for (; half * 2 < n; half *= 4) {
        const long far = n / (2 * half), near = n / (4 * half);
        for (long start = 0; start < n; start += 4 * half)
            for (long k = 0; k < half; k++) {
                double p[4][2];
                for (int q = 0; q < 4; q++) {
                    p[q][0] = y[2 * (start + k + q * half)];
                    p[q][1] = y[2 * (start + k + q * half) + 1];
                }
                join(p[0], p[1], twiddle + 2 * k * far);
                join(p[2], p[3], twiddle + 2 * k * far);
                join(p[0], p[2], twiddle + 2 * k * near);
                join(p[1], p[3], twiddle + 2 * (k + half) * near);
                for (int q = 0; q < 4; q++) {
                    y[2 * (start + k + q * half)] = p[q][0];
                    y[2 * (start + k + q * half) + 1] = p[q][1];
                }
            }
    }
    if (half < n)
        for (long k = 0; k < half; k++)
            join(y + 2 * k, y + 2 * (k + half), twiddle + 2 * k * (n / (2 * half)));
}
