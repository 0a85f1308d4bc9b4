#include <immintrin.h>

void masks(double *a, const double *b, int n)
{
    for (int j = 0; j < n; j += 8) {
        const __mmask8 lanes = n - j >= 8 ? 0xFF : (__mmask8)((1u << (n - j)) - 1u);
        _mm512_mask_storeu_pd(&a[j], lanes, _mm512_maskz_loadu_pd(lanes, &b[j]));
    }
    for (int j = 0; j < n; j += 4) {
        const __m256i mask = _mm256_cmpgt_epi64(_mm256_set1_epi64x(n - j), _mm256_setr_epi64x(0, 1, 2, 3));
        _mm256_maskstore_pd(&a[j], mask, _mm256_load_pd(&b[j]));
    }
}
