// expect: runtime
// Computes all points of a stage as a + w b with factors up to n, of which half exist.
#include <stdlib.h>
#include <string.h>

void fft_radix2_optimized(int n, const double *twiddle, const double *x, double *y)
{
    double *next = malloc(2 * (size_t)n * sizeof *next);
    for (int i = 0, j = 0; i < n; i++) {
        y[2 * j] = x[2 * i];
        y[2 * j + 1] = x[2 * i + 1];
        int bit = n / 2;
        for (; j & bit; bit /= 2)
            j -= bit;
        j += bit;
    }
    for (int half = 1; half < n; half *= 2) {
        for (int start = 0; start < n; start += 2 * half)
            for (int k = 0; k < 2 * half; k++) {
                const double *w = twiddle + 2 * (k * (n / (2 * half)));
                const double *a = y + 2 * (start + k % half), *b = a + 2 * half;
                next[2 * (start + k)] = a[0] + w[0] * b[0] - w[1] * b[1];
                next[2 * (start + k) + 1] = a[1] + w[0] * b[1] + w[1] * b[0];
            }
        memcpy(y, next, 2 * (size_t)n * sizeof *next);
    }
    free(next);
}
