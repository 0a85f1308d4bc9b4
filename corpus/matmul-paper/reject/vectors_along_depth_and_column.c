// expect: verification
// needs: avx512f
// The mistake of Fig. 5 without its overrun: eight elements along k of A are multiplied with eight along j of B.
#include <immintrin.h>

void matmul_optimized(double *A, double *B, double *C, int M, int N, int K)
{
    for (int i = 0; i < M; i++)
        for (int j = 0; j < N; j += 8) {
            __m512d sum = _mm512_setzero_pd();
            for (int k = 0; k < K; k += 8)
                sum = _mm512_fmadd_pd(_mm512_load_pd(&A[i * K + k]), _mm512_load_pd(&B[k * N + j]), sum);
            _mm512_store_pd(&C[i * N + j], sum);
        }
}
