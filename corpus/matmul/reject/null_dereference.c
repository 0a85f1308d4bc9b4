// expect: runtime
// Sums into a buffer that was never allocated: a null pointer, at every size with M > 0.
void matmul_optimized(double *A, double *B, double *C, int M, int N, int K)
{
    double *row = 0;
    for (int i = 0; i < M; i++) {
        for (int j = 0; j < N; j++)
            row[j] = 0.0;
        for (int k = 0; k < K; k++)
            for (int j = 0; j < N; j++)
                row[j] += A[i * K + k] * B[k * N + j];
        for (int j = 0; j < N; j++)
            C[i * N + j] = row[j];
    }
}
