// expect: verification
// needs: avx512f
// Steps by 64 columns but keeps only four accumulators: columns 32 to 63 of every step stay zero.
#include <immintrin.h>

void matmul_optimized(double *A, double *B, double *C, int M, int N, int K)
{
#pragma omp parallel for num_threads(40)
    for (int i = 0; i < M; i++)
        for (int j = 0; j < N; j += 64) {
            __m512d sum[4];
            for (int s = 0; s < 4; s++)
                sum[s] = _mm512_setzero_pd();
            for (int k = 0; k < K; k++)
                for (int s = 0; s < 4; s++)
                    sum[s] = _mm512_fmadd_pd(_mm512_set1_pd(A[i * K + k]), _mm512_load_pd(&B[k * N + j + 8 * s]), sum[s]);
            for (int s = 0; s < 4; s++)
                _mm512_store_pd(&C[i * N + j + 8 * s], sum[s]);
        }
}
