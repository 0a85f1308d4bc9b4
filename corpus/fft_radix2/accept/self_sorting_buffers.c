// expect: ok
// Stockham's order: each stage writes to another buffer where the next one wants it, and nothing is reversed.
#include <stdlib.h>
#include <string.h>

void fft_radix2_optimized(int n, const double *twiddle, const double *x, double *y)
{
    const size_t size = 2 * (size_t)n * sizeof *y;
    double *from = malloc(size), *to = malloc(size);
    memcpy(from, x, size);
    for (int joined = 1; joined < n; joined *= 2) {
        const int left = n / (2 * joined);
        for (int k = 0; k < joined; k++) {
            const double w_re = twiddle[2 * k * left], w_im = twiddle[2 * k * left + 1];
            const double *a = from + 4 * k * left, *b = a + 2 * left;
            double *sum = to + 2 * k * left, *difference = sum + n;
            for (int r = 0; r < left; r++) {
                const double re = w_re * b[2 * r] - w_im * b[2 * r + 1];
                const double im = w_re * b[2 * r + 1] + w_im * b[2 * r];
                sum[2 * r] = a[2 * r] + re;
                sum[2 * r + 1] = a[2 * r + 1] + im;
                difference[2 * r] = a[2 * r] - re;
                difference[2 * r + 1] = a[2 * r + 1] - im;
            }
        }
        double *const written = to;
        to = from;
        from = written;
    }
    memcpy(y, from, size);
    free(to);
    free(from);
}
