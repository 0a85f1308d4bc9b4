// expect: ok
// The row update is marked omp simd: its iterations touch different columns, so any vector length is safe.
void matmul_optimized(double *A, double *B, double *C, int M, int N, int K)
{
    for (int i = 0; i < M; i++) {
#pragma omp simd
        for (int j = 0; j < N; j++)
            C[i * N + j] = 0.0;
        for (int k = 0; k < K; k++) {
            const double a = A[i * K + k];
#pragma omp simd
            for (int j = 0; j < N; j++)
                C[i * N + j] += a * B[k * N + j];
        }
    }
}
