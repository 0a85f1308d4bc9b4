// expect: ok
// Carries the rounding error of each addition along: other roundings than the reference, smaller error.
void matmul_optimized(double *A, double *B, double *C, int M, int N, int K)
{
    for (int i = 0; i < M; i++)
        for (int j = 0; j < N; j++) {
            double sum = 0.0, lost = 0.0;
            for (int k = 0; k < K; k++) {
                const double term = A[i * K + k] * B[k * N + j] - lost;
                const double next = sum + term;
                lost = (next - sum) - term;
                sum = next;
            }
            C[i * N + j] = sum;
        }
}
