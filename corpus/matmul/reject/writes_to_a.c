// expect: runtime
// A right product that leaves the rows of A scaled: inputs are mapped read-only.
void matmul_optimized(double *A, double *B, double *C, int M, int N, int K)
{
    for (int i = 0; i < M; i++) {
        for (int j = 0; j < N; j++) {
            double sum = 0.0;
            for (int k = 0; k < K; k++)
                sum += A[i * K + k] * B[k * N + j];
            C[i * N + j] = sum;
        }
        for (int k = 0; k < K; k++)
            A[i * K + k] *= 2.0;
    }
}
