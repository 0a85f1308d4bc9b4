/* Blocks of up to 256 points go through their first stages in a buffer on the stack; the wide stages follow in memory. */
#include <string.h>

static void stages(long n, long size, long from, long to, const double *restrict twiddle, double *restrict y)
{
    for (long half = from; half < to; half *= 2)
        for (long start = 0; start < size; start += 2 * half)
            for (long k = 0; k < half; k++) {
                const double *w = twiddle + 2 * k * (n / (2 * half));
                double *a = y + 2 * (start + k), *b = a + 2 * half;
                const double re = w[0] * b[0] - w[1] * b[1], im = w[0] * b[1] + w[1] * b[0];
                b[0] = a[0] - re, b[1] = a[1] - im;
                a[0] += re, a[1] += im;
            }
}

void fft_radix2_optimized(int n, const double *twiddle, const double *x, double *y)
{
    const long block = n < 256 ? n : 256;
    int bits = 0;
    while (1l << bits < n)
        bits++;
    #pragma omp parallel for if (n > 8192)
    for (long start = 0; start < n; start += block) {
        double local[512];
        for (long i = 0; i < block; i++) {
            long from = 0;
            for (int b = 0; b < bits; b++)
                from |= ((start + i) >> b & 1) << (bits - 1 - b);
            local[2 * i] = x[2 * from];
            local[2 * i + 1] = x[2 * from + 1];
        }
        stages(n, block, 1, block, twiddle, local);
        memcpy(y + 2 * start, local, sizeof(double) * 2 * block);
    }
    stages(n, n, block, n, twiddle, y);
}
