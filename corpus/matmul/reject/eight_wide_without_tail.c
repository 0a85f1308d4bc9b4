// expect: runtime
// needs: avx512f
// Loads and stores eight columns at a time with no tail: past the end unless 8 divides N.
#include <immintrin.h>

void matmul_optimized(double *A, double *B, double *C, int M, int N, int K)
{
    for (int i = 0; i < M; i++)
        for (int j = 0; j < N; j += 8) {
            __m512d sum = _mm512_setzero_pd();
            for (int k = 0; k < K; k++)
                sum = _mm512_fmadd_pd(_mm512_set1_pd(A[i * K + k]), _mm512_loadu_pd(&B[k * N + j]), sum);
            _mm512_storeu_pd(&C[i * N + j], sum);
        }
}
