// expect: ok
// needs: avx512f
// Writes C past the caches with aligned non-temporal stores, fenced before the region ends.
#include <immintrin.h>

void matmul_optimized(double *A, double *B, double *C, int M, int N, int K)
{
#pragma omp parallel num_threads(40)
    {
#pragma omp for schedule(static)
        for (int i = 0; i < M; i++)
            for (int j = 0; j < N; j += 8) {
                __m512d sum = _mm512_setzero_pd();
                for (int k = 0; k < K; k++)
                    sum = _mm512_fmadd_pd(_mm512_set1_pd(A[i * K + k]), _mm512_load_pd(&B[k * N + j]), sum);
                _mm512_stream_pd(&C[i * N + j], sum);
            }
        _mm_sfence();
    }
}
