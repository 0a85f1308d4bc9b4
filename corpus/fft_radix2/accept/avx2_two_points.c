// expect: ok
// needs: avx2,fma
// Two complex numbers in a register from the second stage on; the first one, of single pairs, is scalar.
#include <immintrin.h>

/* w b for two complex numbers: (w.re b.re - w.im b.im, w.re b.im + w.im b.re). */
static __m256d product(__m256d w, __m256d b)
{
    const __m256d cross = _mm256_mul_pd(_mm256_permute_pd(w, 0xF), _mm256_permute_pd(b, 0x5));
    return _mm256_fmaddsub_pd(_mm256_movedup_pd(w), b, cross);
}

void fft_radix2_optimized(int n, const double *twiddle, const double *x, double *y)
{
    for (int i = 0, j = 0; i < n; i++) {
        y[2 * j] = x[2 * i];
        y[2 * j + 1] = x[2 * i + 1];
        int bit = n / 2;
        for (; j & bit; bit /= 2)
            j -= bit;
        j += bit;
    }
    for (int start = 0; start + 1 < n; start += 2) {
        double *a = y + 2 * start, *b = a + 2;
        const double re = twiddle[0] * b[0] - twiddle[1] * b[1];
        const double im = twiddle[0] * b[1] + twiddle[1] * b[0];
        b[0] = a[0] - re;
        b[1] = a[1] - im;
        a[0] += re;
        a[1] += im;
    }
    for (int half = 2; half < n; half *= 2) {
        const int step = n / (2 * half);
        for (int start = 0; start < n; start += 2 * half)
            for (int k = 0; k < half; k += 2) {
                double *a = y + 2 * (start + k), *b = a + 2 * half;
                const __m256d w = _mm256_set_m128d(
                    _mm_loadu_pd(twiddle + 2 * (k + 1) * step), _mm_loadu_pd(twiddle + 2 * k * step));
                const __m256d t = product(w, _mm256_loadu_pd(b));
                const __m256d u = _mm256_loadu_pd(a);
                _mm256_storeu_pd(a, _mm256_add_pd(u, t));
                _mm256_storeu_pd(b, _mm256_sub_pd(u, t));
            }
    }
}
