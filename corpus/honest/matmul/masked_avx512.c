/* Eight columns in a register, the last ones under a mask; four rows at a time. */
#include <immintrin.h>

void matmul_optimized(double *A, double *B, double *C, int M, int N, int K)
{
    for (int j = 0; j < N; j += 8) {
        const __mmask8 live = (__mmask8)(N - j >= 8 ? 255 : (1 << (N - j)) - 1);
        int i = 0;
        for (; i + 4 <= M; i += 4) {
            __m512d s0 = _mm512_setzero_pd(), s1 = s0, s2 = s0, s3 = s0;
            const double *a = A + (long)i * K;
            for (int k = 0; k < K; k++) {
                const __m512d b = _mm512_maskz_loadu_pd(live, B + (long)k * N + j);
                s0 = _mm512_fmadd_pd(_mm512_set1_pd(a[k]), b, s0);
                s1 = _mm512_fmadd_pd(_mm512_set1_pd(a[(long)K + k]), b, s1);
                s2 = _mm512_fmadd_pd(_mm512_set1_pd(a[2l * K + k]), b, s2);
                s3 = _mm512_fmadd_pd(_mm512_set1_pd(a[3l * K + k]), b, s3);
            }
            double *c = C + (long)i * N + j;
            _mm512_mask_storeu_pd(c, live, s0);
            _mm512_mask_storeu_pd(c + N, live, s1);
            _mm512_mask_storeu_pd(c + 2l * N, live, s2);
            _mm512_mask_storeu_pd(c + 3l * N, live, s3);
        }
        for (; i < M; i++) {
            __m512d s = _mm512_setzero_pd();
            for (int k = 0; k < K; k++)
                s = _mm512_fmadd_pd(_mm512_set1_pd(A[(long)i * K + k]), _mm512_maskz_loadu_pd(live, B + (long)k * N + j), s);
            _mm512_mask_storeu_pd(C + (long)i * N + j, live, s);
        }
    }
}
