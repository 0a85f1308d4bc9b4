// expect: runtime
// Transposes square B in place for unit stride and never restores it: inputs are mapped read-only.
void matmul_optimized(double *A, double *B, double *C, int M, int N, int K)
{
    const int square = K == N;
    for (int k = 0; square && k < K; k++)
        for (int j = 0; j < k; j++) {
            const double held = B[k * N + j];
            B[k * N + j] = B[j * N + k];
            B[j * N + k] = held;
        }
    for (int i = 0; i < M; i++)
        for (int j = 0; j < N; j++) {
            double sum = 0.0;
            for (int k = 0; k < K; k++)
                sum += A[i * K + k] * (square ? B[j * N + k] : B[k * N + j]);
            C[i * N + j] = sum;
        }
}
