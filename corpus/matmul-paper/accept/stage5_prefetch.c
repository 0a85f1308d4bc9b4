// expect: ok
// needs: avx512f
// Stage 5 of Table I: prefetching joins; four rows of 16 columns a step, the row of B eight steps ahead prefetched.
#include <immintrin.h>

void matmul_optimized(double *A, double *B, double *C, int M, int N, int K)
{
#pragma omp parallel for num_threads(40) schedule(static)
    for (int i = 0; i < M; i += 4)
        for (int j = 0; j < N; j += 16) {
            __m512d low[4], high[4];
            for (int r = 0; r < 4; r++)
                low[r] = high[r] = _mm512_setzero_pd();
            for (int k = 0; k < K; k++) {
                if (k + 8 < K)
                    _mm_prefetch((const char *)&B[(k + 8) * N + j], _MM_HINT_T0);
                for (int r = 0; r < 4; r++) {
                    const __m512d a = _mm512_set1_pd(A[(i + r) * K + k]);
                    low[r] = _mm512_fmadd_pd(a, _mm512_load_pd(&B[k * N + j]), low[r]);
                    high[r] = _mm512_fmadd_pd(a, _mm512_load_pd(&B[k * N + j + 8]), high[r]);
                }
            }
            for (int r = 0; r < 4; r++) {
                _mm512_store_pd(&C[(i + r) * N + j], low[r]);
                _mm512_store_pd(&C[(i + r) * N + j + 8], high[r]);
            }
        }
}
