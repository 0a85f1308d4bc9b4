// expect: ok
// needs: avx512f
// Stage 3 of Table I: SIMD joins; 64-column tiles of 4 x 16 register blocks with aligned loads, single-threaded.
#include <immintrin.h>

void matmul_optimized(double *A, double *B, double *C, int M, int N, int K)
{
    for (int jb = 0; jb < N; jb += 64)
        for (int i = 0; i < M; i += 4)
            for (int j = jb; j < jb + 64; j += 16) {
                __m512d sum[4][2];
                for (int r = 0; r < 4; r++)
                    sum[r][0] = sum[r][1] = _mm512_setzero_pd();
                for (int k = 0; k < K; k++) {
                    const __m512d b0 = _mm512_load_pd(&B[k * N + j]);
                    const __m512d b1 = _mm512_load_pd(&B[k * N + j + 8]);
                    for (int r = 0; r < 4; r++) {
                        const __m512d a = _mm512_set1_pd(A[(i + r) * K + k]);
                        sum[r][0] = _mm512_fmadd_pd(a, b0, sum[r][0]);
                        sum[r][1] = _mm512_fmadd_pd(a, b1, sum[r][1]);
                    }
                }
                for (int r = 0; r < 4; r++) {
                    _mm512_store_pd(&C[(i + r) * N + j], sum[r][0]);
                    _mm512_store_pd(&C[(i + r) * N + j + 8], sum[r][1]);
                }
            }
}
