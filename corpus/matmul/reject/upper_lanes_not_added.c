// expect: verification
// needs: avx2,fma
// Vectors run along k, and only the lower half of the four partial sums is added up.
#include <immintrin.h>
#include <stdlib.h>

void matmul_optimized(double *A, double *B, double *C, int M, int N, int K)
{
    double *columns = malloc((size_t)K * N * sizeof *columns);
    for (int k = 0; k < K; k++)
        for (int j = 0; j < N; j++)
            columns[j * K + k] = B[k * N + j];

    for (int i = 0; i < M; i++)
        for (int j = 0; j < N; j++) {
            __m256d lanes = _mm256_setzero_pd();
            int k = 0;
            for (; k + 4 <= K; k += 4)
                lanes = _mm256_fmadd_pd(_mm256_loadu_pd(&A[i * K + k]), _mm256_loadu_pd(&columns[j * K + k]), lanes);
            const __m128d low = _mm256_castpd256_pd128(lanes);
            double sum = _mm_cvtsd_f64(low) + _mm_cvtsd_f64(_mm_unpackhi_pd(low, low));
            for (; k < K; k++)
                sum += A[i * K + k] * columns[j * K + k];
            C[i * N + j] = sum;
        }
    free(columns);
}
