// expect: ok
// One region; in each stage the team shares out all n / 2 butterflies and meets before the next stage.
static int reversed(int index, int n)
{
    int result = 0;
    for (int bit = 1; bit < n; bit *= 2) {
        result = 2 * result + index % 2;
        index /= 2;
    }
    return result;
}

void fft_radix2_optimized(int n, const double *twiddle, const double *x, double *y)
{
#pragma omp parallel
    {
#pragma omp for
        for (int i = 0; i < n; i++) {
            const int j = reversed(i, n);
            y[2 * i] = x[2 * j];
            y[2 * i + 1] = x[2 * j + 1];
        }
        for (int half = 1; half < n; half *= 2) {
#pragma omp for
            for (int pair = 0; pair < n / 2; pair++) {
                const int start = pair / half * 2 * half, k = pair % half;
                const double *w = twiddle + 2 * (k * (n / (2 * half)));
                double *a = y + 2 * (start + k), *b = a + 2 * half;
                const double re = w[0] * b[0] - w[1] * b[1];
                const double im = w[0] * b[1] + w[1] * b[0];
                b[0] = a[0] - re;
                b[1] = a[1] - im;
                a[0] += re;
                a[1] += im;
            }
        }
    }
}
