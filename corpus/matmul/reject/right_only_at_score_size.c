// expect: verification
// Computes the product at 256 x 256 x 256, the size that is scored, and zeros at any other.
void matmul_optimized(double *A, double *B, double *C, int M, int N, int K)
{
    for (int i = 0; i < M; i++)
        for (int j = 0; j < N; j++) {
            double sum = 0.0;
            for (int k = 0; k < (M == 256 && N == 256 && K == 256 ? K : 0); k++)
                sum += A[i * K + k] * B[k * N + j];
            C[i * N + j] = sum;
        }
}
