// expect: verification
// needs: avx512f
// The mask of the last group has one lane too few, so that the last column keeps its old contents.
#include <immintrin.h>

void matmul_optimized(double *A, double *B, double *C, int M, int N, int K)
{
    for (int i = 0; i < M; i++)
        for (int j = 0; j < N; j += 8) {
            const __mmask8 lanes = N - j >= 8 ? 0xFF : (__mmask8)((1u << (N - j - 1)) - 1u);
            __m512d sum = _mm512_setzero_pd();
            for (int k = 0; k < K; k++) {
                const __m512d b = _mm512_maskz_loadu_pd(lanes, &B[k * N + j]);
                sum = _mm512_fmadd_pd(_mm512_set1_pd(A[i * K + k]), b, sum);
            }
            _mm512_mask_storeu_pd(&C[i * N + j], lanes, sum);
        }
}
