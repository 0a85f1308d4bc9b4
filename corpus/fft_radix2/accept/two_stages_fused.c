// expect: ok
// Two stages at a time on four points in registers; where the number of stages is odd, the first one goes alone.
static void butterfly(const double *w, double *a, double *b)
{
    const double re = w[0] * b[0] - w[1] * b[1];
    const double im = w[0] * b[1] + w[1] * b[0];
    b[0] = a[0] - re;
    b[1] = a[1] - im;
    a[0] += re;
    a[1] += im;
}

static void two_stages(int n, int half, const double *twiddle, double *y)
{
    const int quarter = n / (4 * half);
    for (int start = 0; start < n; start += 4 * half)
        for (int k = 0; k < half; k++) {
            double point[4][2];
            for (int p = 0; p < 4; p++) {
                point[p][0] = y[2 * (start + k + p * half)];
                point[p][1] = y[2 * (start + k + p * half) + 1];
            }
            butterfly(twiddle + 4 * k * quarter, point[0], point[1]);
            butterfly(twiddle + 4 * k * quarter, point[2], point[3]);
            butterfly(twiddle + 2 * k * quarter, point[0], point[2]);
            butterfly(twiddle + 2 * (k + half) * quarter, point[1], point[3]);
            for (int p = 0; p < 4; p++) {
                y[2 * (start + k + p * half)] = point[p][0];
                y[2 * (start + k + p * half) + 1] = point[p][1];
            }
        }
}

void fft_radix2_optimized(int n, const double *twiddle, const double *x, double *y)
{
    int stages = 0;
    for (int i = 0, j = 0; i < n; i++) {
        y[2 * j] = x[2 * i];
        y[2 * j + 1] = x[2 * i + 1];
        int bit = n / 2;
        for (; j & bit; bit /= 2)
            j -= bit;
        j += bit;
    }
    while (1 << stages < n)
        stages++;
    if (stages % 2 == 1)
        for (int start = 0; start < n; start += 2)
            butterfly(twiddle, y + 2 * start, y + 2 * start + 2);
    for (int half = stages % 2 == 1 ? 2 : 1; half < n; half *= 4)
        two_stages(n, half, twiddle, y);
}
