// expect: runtime
// needs: avx512f
// Software pipelining without a peeled last step: the loop body loads row k + 1 of B even when k is the last.
#include <immintrin.h>

void matmul_optimized(double *A, double *B, double *C, int M, int N, int K)
{
    for (int i = 0; i < M; i++)
        for (int j = 0; j < N; j += 8) {
            __m512d sum = _mm512_setzero_pd();
            __m512d b = _mm512_load_pd(&B[j]);
            for (int k = 0; k < K; k++) {
                const __m512d next = _mm512_load_pd(&B[(k + 1) * N + j]);
                sum = _mm512_fmadd_pd(_mm512_set1_pd(A[i * K + k]), b, sum);
                b = next;
            }
            _mm512_store_pd(&C[i * N + j], sum);
        }
}
