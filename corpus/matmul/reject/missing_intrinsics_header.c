// expect: compile
// Uses __m256d without including immintrin.h.
void matmul_optimized(double *A, double *B, double *C, int M, int N, int K)
{
    for (int i = 0; i < M; i++)
        for (int j = 0; j < N; j++) {
            __m256d lanes = _mm256_setzero_pd();
            double sum = lanes[0];
            for (int k = 0; k < K; k++)
                sum += A[i * K + k] * B[k * N + j];
            C[i * N + j] = sum;
        }
}
