// expect: runtime
// Writes each row of C at i * N * K instead of i * N: far past the end for every larger size.
void matmul_optimized(double *A, double *B, double *C, int M, int N, int K)
{
    for (int i = 0; i < M; i++)
        for (int j = 0; j < N; j++) {
            double sum = 0.0;
            for (int k = 0; k < K; k++)
                sum += A[i * K + k] * B[k * N + j];
            C[(long)i * N * K + j] = sum;
        }
}
