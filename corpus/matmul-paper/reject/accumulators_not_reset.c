// expect: verification
// needs: avx512f
// Clears the accumulators once for each row instead of once for each step of columns: wrong from column 64 on.
#include <immintrin.h>

void matmul_optimized(double *A, double *B, double *C, int M, int N, int K)
{
    for (int i = 0; i < M; i++) {
        __m512d sum[8];
        for (int s = 0; s < 8; s++)
            sum[s] = _mm512_setzero_pd();
        for (int j = 0; j < N; j += 64) {
            for (int k = 0; k < K; k++)
                for (int s = 0; s < 8; s++)
                    sum[s] = _mm512_fmadd_pd(_mm512_set1_pd(A[i * K + k]), _mm512_load_pd(&B[k * N + j + 8 * s]), sum[s]);
            for (int s = 0; s < 8; s++)
                _mm512_store_pd(&C[i * N + j + 8 * s], sum[s]);
        }
    }
}
