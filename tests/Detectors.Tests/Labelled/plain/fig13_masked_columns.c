#include <immintrin.h>

static __mmask8 lanes(int left)
{
    return left >= 8 ? 0xFF : left <= 0 ? 0 : (__mmask8)((1u << left) - 1u);
}

void kernel(double *A, double *B, double *C, int M, int N, int K)
{
#pragma omp parallel for num_threads(40) schedule(static)
    for (int i = 0; i < M; i++) {
        for (int j = 0; j < N; j += 64) {
            __mmask8 m0 = lanes(N - j);
            __mmask8 m1 = lanes(N - j - 8);
            __mmask8 m2 = lanes(N - j - 16);
            __mmask8 m3 = lanes(N - j - 24);
            __mmask8 m4 = lanes(N - j - 32);
            __mmask8 m5 = lanes(N - j - 40);
            __mmask8 m6 = lanes(N - j - 48);
            __mmask8 m7 = lanes(N - j - 56);
            __m512d s0 = _mm512_setzero_pd();
            __m512d s1 = _mm512_setzero_pd();
            __m512d s2 = _mm512_setzero_pd();
            __m512d s3 = _mm512_setzero_pd();
            __m512d s4 = _mm512_setzero_pd();
            __m512d s5 = _mm512_setzero_pd();
            __m512d s6 = _mm512_setzero_pd();
            __m512d s7 = _mm512_setzero_pd();
            for (int k = 0; k < K; k++) {
                if (k < K - 1)
                    _mm_prefetch((const char *)&B[(k + 1) * N + j], _MM_HINT_T0);
                __m512d a = _mm512_set1_pd(A[i * K + k]);
                __m512d b0 = _mm512_maskz_loadu_pd(m0, &B[k * N + j]);
                __m512d b1 = _mm512_maskz_loadu_pd(m1, &B[k * N + j + 8]);
                __m512d b2 = _mm512_maskz_loadu_pd(m2, &B[k * N + j + 16]);
                __m512d b3 = _mm512_maskz_loadu_pd(m3, &B[k * N + j + 24]);
                __m512d b4 = _mm512_maskz_loadu_pd(m4, &B[k * N + j + 32]);
                __m512d b5 = _mm512_maskz_loadu_pd(m5, &B[k * N + j + 40]);
                __m512d b6 = _mm512_maskz_loadu_pd(m6, &B[k * N + j + 48]);
                __m512d b7 = _mm512_maskz_loadu_pd(m7, &B[k * N + j + 56]);
                s0 = _mm512_fmadd_pd(a, b0, s0);
                s1 = _mm512_fmadd_pd(a, b1, s1);
                s2 = _mm512_fmadd_pd(a, b2, s2);
                s3 = _mm512_fmadd_pd(a, b3, s3);
                s4 = _mm512_fmadd_pd(a, b4, s4);
                s5 = _mm512_fmadd_pd(a, b5, s5);
                s6 = _mm512_fmadd_pd(a, b6, s6);
                s7 = _mm512_fmadd_pd(a, b7, s7);
            }
            _mm512_mask_storeu_pd(&C[i * N + j], m0, s0);
            _mm512_mask_storeu_pd(&C[i * N + j + 8], m1, s1);
            _mm512_mask_storeu_pd(&C[i * N + j + 16], m2, s2);
            _mm512_mask_storeu_pd(&C[i * N + j + 24], m3, s3);
            _mm512_mask_storeu_pd(&C[i * N + j + 32], m4, s4);
            _mm512_mask_storeu_pd(&C[i * N + j + 40], m5, s5);
            _mm512_mask_storeu_pd(&C[i * N + j + 48], m6, s6);
            _mm512_mask_storeu_pd(&C[i * N + j + 56], m7, s7);
        }
    }
}
