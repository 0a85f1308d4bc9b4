// expect: ok
// needs: avx512f
// Eight columns at a time in one register, the remaining columns by a scalar loop.
#include <immintrin.h>

void matmul_optimized(double *A, double *B, double *C, int M, int N, int K)
{
    for (int i = 0; i < M; i++) {
        int j = 0;
        for (; j + 8 <= N; j += 8) {
            __m512d sum = _mm512_setzero_pd();
            for (int k = 0; k < K; k++)
                sum = _mm512_fmadd_pd(_mm512_set1_pd(A[i * K + k]), _mm512_loadu_pd(&B[k * N + j]), sum);
            _mm512_storeu_pd(&C[i * N + j], sum);
        }
        for (; j < N; j++) {
            double sum = 0.0;
            for (int k = 0; k < K; k++)
                sum += A[i * K + k] * B[k * N + j];
            C[i * N + j] = sum;
        }
    }
}
