// expect: runtime
// needs: avx512f
// Masks the store of the last group but loads all eight elements of B, past its end in the last row.
#include <immintrin.h>

void matmul_optimized(double *A, double *B, double *C, int M, int N, int K)
{
    for (int i = 0; i < M; i++)
        for (int j = 0; j < N; j += 8) {
            const __mmask8 lanes = N - j >= 8 ? 0xFF : (__mmask8)((1u << (N - j)) - 1u);
            __m512d sum = _mm512_setzero_pd();
            for (int k = 0; k < K; k++)
                sum = _mm512_fmadd_pd(_mm512_set1_pd(A[i * K + k]), _mm512_loadu_pd(&B[k * N + j]), sum);
            _mm512_mask_storeu_pd(&C[i * N + j], lanes, sum);
        }
}
