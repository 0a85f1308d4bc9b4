// expect: runtime
// Counts an unsigned row index down past zero, where it wraps and leaves the arrays.
void matmul_optimized(double *A, double *B, double *C, int M, int N, int K)
{
    if (M == 0 || N == 0)
        return;
    for (unsigned i = M - 1; i >= 0; i--)
        for (int j = 0; j < N; j++) {
            double sum = 0.0;
            for (int k = 0; k < K; k++)
                sum += A[i * K + k] * B[k * N + j];
            C[i * N + j] = sum;
        }
}
