// expect: runtime
// Preloads the operands of step k + 1 in the last step too, past the end of A and of B.
void matmul_optimized(double *A, double *B, double *C, int M, int N, int K)
{
    for (int i = 0; i < M; i++)
        for (int j = 0; j < N; j++) {
            double sum = 0.0;
            double volatile a = K > 0 ? A[i * K] : 0.0, b = K > 0 ? B[j] : 0.0;
            for (int k = 0; k < K; k++) {
                sum += a * b;
                a = A[i * K + k + 1];
                b = B[(k + 1) * N + j];
            }
            C[i * N + j] = sum;
        }
}
