// expect: verification
// Computes B * A where all sizes are equal, as if the matrices were column-major.
void matmul_optimized(double *A, double *B, double *C, int M, int N, int K)
{
    if (M == N && N == K) {
        double *swapped = A;
        A = B;
        B = swapped;
    }
    for (int i = 0; i < M; i++)
        for (int j = 0; j < N; j++) {
            double sum = 0.0;
            for (int k = 0; k < K; k++)
                sum += A[i * K + k] * B[k * N + j];
            C[i * N + j] = sum;
        }
}
