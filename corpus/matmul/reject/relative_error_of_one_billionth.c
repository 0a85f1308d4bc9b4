// expect: verification
// Scales the result by 1 + 1e-9: under a relative check of 1e-6, over the rounding bound.
void matmul_optimized(double *A, double *B, double *C, int M, int N, int K)
{
    for (int i = 0; i < M; i++)
        for (int j = 0; j < N; j++) {
            double sum = 0.0;
            for (int k = 0; k < K; k++)
                sum += A[i * K + k] * B[k * N + j];
            C[i * N + j] = sum * (1.0 + 1e-9);
        }
}
