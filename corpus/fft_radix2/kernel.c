#include <hpcverify.h>

void fft_radix2_optimized(int n, const double *twiddle, const double *x, double *y);

/* The radix-2 decimation-in-time network on n complex numbers, n a power of two; re and im alternate in x, y and twiddle.
   The input is taken in bit-reversed order; the stage that joins pairs of 'half' points turns (a, b) into (a + w b, a - w b)
   with factor number k * (n / (2 * half)) for the k-th point. With twiddle[k] = exp(-2 pi i k / n) for k < n / 2, y is
   the discrete Fourier transform of x; but the factors may be any numbers, so nothing follows from one about another. */
void fft_radix2_contract(int n, const double *twiddle, const double *x, double *y)
{
    requires(n > 0 && (n & (n - 1)) == 0);
    requires(n <= 1 << 20);

    readable(twiddle, 2L * (n / 2));
    readable(x, 2L * n);
    writes(y, 2L * n);
    disjoint(y, twiddle);
    disjoint(y, x);

    /* Three roundings a stage on either side, and at most twenty stages. */
    tolerance(120.0);
}

static long reversed(long index, int n)
{
    long result = 0;
    for (int bit = 1; bit < n; bit *= 2) {
        result = 2 * result + index % 2;
        index /= 2;
    }
    return result;
}

void fft_radix2_reference(int n, const double *twiddle, const double *x, double *y)
{
    for (long i = 0; i < n; i++) {
        y[2 * i] = x[2 * reversed(i, n)];
        y[2 * i + 1] = x[2 * reversed(i, n) + 1];
    }
    for (long half = 1; half < n; half *= 2)
        for (long start = 0; start < n; start += 2 * half)
            for (long k = 0; k < half; k++) {
                const double *w = twiddle + 2 * (k * (n / (2 * half)));
                double *a = y + 2 * (start + k);
                double *b = a + 2 * half;
                const double re = w[0] * b[0] - w[1] * b[1];
                const double im = w[0] * b[1] + w[1] * b[0];
                b[0] = a[0] - re;
                b[1] = a[1] - im;
                a[0] += re;
                a[1] += im;
            }
}

static double absolute(double number) { return number < 0.0 ? -number : number; }

/* The same network with every term counted by its absolute value. */
void fft_radix2_magnitude(int n, const double *twiddle, const double *x, double *y)
{
    for (long i = 0; i < n; i++) {
        y[2 * i] = absolute(x[2 * reversed(i, n)]);
        y[2 * i + 1] = absolute(x[2 * reversed(i, n) + 1]);
    }
    for (long half = 1; half < n; half *= 2)
        for (long start = 0; start < n; start += 2 * half)
            for (long k = 0; k < half; k++) {
                const double *w = twiddle + 2 * (k * (n / (2 * half)));
                double *a = y + 2 * (start + k);
                double *b = a + 2 * half;
                const double re = absolute(w[0]) * b[0] + absolute(w[1]) * b[1];
                const double im = absolute(w[0]) * b[1] + absolute(w[1]) * b[0];
                a[0] = b[0] = a[0] + re;
                a[1] = b[1] = a[1] + im;
            }
}
