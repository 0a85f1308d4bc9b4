// expect: verification
// needs: avx512f
// Narrows both operands to single precision and sums in double: on positive data it stays under a relative check
// of 1e-6, and is far over the componentwise bound.
#include <immintrin.h>

void matmul_optimized(double *A, double *B, double *C, int M, int N, int K)
{
    for (int i = 0; i < M; i++)
        for (int j = 0; j < N; j += 8) {
            __m512d sum = _mm512_setzero_pd();
            for (int k = 0; k < K; k++) {
                const __m256 b = _mm512_cvtpd_ps(_mm512_load_pd(&B[k * N + j]));
                const __m512d a = _mm512_set1_pd((double)(float)A[i * K + k]);
                sum = _mm512_fmadd_pd(a, _mm512_cvtps_pd(b), sum);
            }
            _mm512_store_pd(&C[i * N + j], sum);
        }
}
