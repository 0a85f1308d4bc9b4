// expect: verification
// needs: avx2,fma
// Good tails, but the lanes of each result are reversed before they are stored.
#include <immintrin.h>

void matmul_optimized(double *A, double *B, double *C, int M, int N, int K)
{
    for (int i = 0; i < M; i++) {
        int j = 0;
        for (; j + 4 <= N; j += 4) {
            __m256d sum = _mm256_setzero_pd();
            for (int k = 0; k < K; k++)
                sum = _mm256_fmadd_pd(_mm256_set1_pd(A[i * K + k]), _mm256_loadu_pd(&B[k * N + j]), sum);
            _mm256_storeu_pd(&C[i * N + j], _mm256_permute4x64_pd(sum, 0x1B));
        }
        for (; j < N; j++) {
            double sum = 0.0;
            for (int k = 0; k < K; k++)
                sum += A[i * K + k] * B[k * N + j];
            C[i * N + j] = sum;
        }
    }
}
