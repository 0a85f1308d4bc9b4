// expect: runtime
// needs: avx512f
// Aligned stores wherever rows are whole vectors, as if C began at a multiple of 64 bytes.
#include <immintrin.h>

void matmul_optimized(double *A, double *B, double *C, int M, int N, int K)
{
    for (int i = 0; i < M; i++)
        for (int j = 0; j < N; j += 8) {
            int rest = N - j;
            __mmask8 lanes = rest >= 8 ? 0xff : (__mmask8)((1u << rest) - 1);
            __m512d sum = _mm512_setzero_pd();
            for (int k = 0; k < K; k++)
                sum = _mm512_fmadd_pd(_mm512_set1_pd(A[i * K + k]), _mm512_maskz_loadu_pd(lanes, B + k * N + j), sum);
            if (N % 8 == 0)
                _mm512_store_pd(C + i * N + j, sum);
            else
                _mm512_mask_storeu_pd(C + i * N + j, lanes, sum);
        }
}
