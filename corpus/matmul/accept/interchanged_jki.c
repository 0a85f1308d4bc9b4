// expect: ok
// j-k-i order: walks down the columns, slow in row-major storage but right.
void matmul_optimized(double *A, double *B, double *C, int M, int N, int K)
{
    for (int j = 0; j < N; j++) {
        for (int i = 0; i < M; i++)
            C[i * N + j] = 0.0;
        for (int k = 0; k < K; k++) {
            const double b = B[k * N + j];
            for (int i = 0; i < M; i++)
                C[i * N + j] += A[i * K + k] * b;
        }
    }
}
