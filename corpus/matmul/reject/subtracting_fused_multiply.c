// expect: verification
// needs: avx2,fma
// Uses the fused multiply-subtract, so that the sign of the sum alternates.
#include <immintrin.h>

void matmul_optimized(double *A, double *B, double *C, int M, int N, int K)
{
    for (int i = 0; i < M; i++) {
        int j = 0;
        for (; j + 4 <= N; j += 4) {
            __m256d sum = _mm256_setzero_pd();
            for (int k = 0; k < K; k++)
                sum = _mm256_fmsub_pd(_mm256_set1_pd(A[i * K + k]), _mm256_loadu_pd(&B[k * N + j]), sum);
            _mm256_storeu_pd(&C[i * N + j], sum);
        }
        for (; j < N; j++) {
            double sum = 0.0;
            for (int k = 0; k < K; k++)
                sum += A[i * K + k] * B[k * N + j];
            C[i * N + j] = sum;
        }
    }
}
