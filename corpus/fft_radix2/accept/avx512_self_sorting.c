// expect: ok
// needs: avx512f
// Stockham's order with four complex numbers in a register, all with the same factor; the last two stages are scalar.
#include <immintrin.h>
#include <stdlib.h>
#include <string.h>

static void join(int count, double w_re, double w_im, const double *a, const double *b, double *sum, double *difference)
{
    const __m512d all_re = _mm512_set1_pd(w_re), all_im = _mm512_set1_pd(w_im);
    int r = 0;
    for (; r + 4 <= count; r += 4) {
        const __m512d first = _mm512_loadu_pd(a + 2 * r), second = _mm512_loadu_pd(b + 2 * r);
        const __m512d cross = _mm512_mul_pd(all_im, _mm512_permute_pd(second, 0x55));
        const __m512d t = _mm512_fmaddsub_pd(all_re, second, cross);
        _mm512_storeu_pd(sum + 2 * r, _mm512_add_pd(first, t));
        _mm512_storeu_pd(difference + 2 * r, _mm512_sub_pd(first, t));
    }
    for (; r < count; r++) {
        const double re = w_re * b[2 * r] - w_im * b[2 * r + 1];
        const double im = w_re * b[2 * r + 1] + w_im * b[2 * r];
        sum[2 * r] = a[2 * r] + re;
        sum[2 * r + 1] = a[2 * r + 1] + im;
        difference[2 * r] = a[2 * r] - re;
        difference[2 * r + 1] = a[2 * r + 1] - im;
    }
}

void fft_radix2_optimized(int n, const double *twiddle, const double *x, double *y)
{
    const size_t size = 2 * (size_t)n * sizeof *y;
    double *from = malloc(size), *to = malloc(size);
    memcpy(from, x, size);
    for (int joined = 1; joined < n; joined *= 2) {
        const int left = n / (2 * joined);
        for (int k = 0; k < joined; k++) {
            const int at = 2 * k * left;
            join(left, twiddle[at], twiddle[at + 1], from + 2 * at, from + 2 * at + 2 * left, to + at, to + at + n);
        }
        double *const written = to;
        to = from;
        from = written;
    }
    memcpy(y, from, size);
    free(to);
    free(from);
}
