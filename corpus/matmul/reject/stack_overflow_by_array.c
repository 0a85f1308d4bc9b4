// expect: runtime
// Keeps every product in a variable-length array: 128 MiB at 256, where stacks are
// usually 8 MiB.
void matmul_optimized(double *A, double *B, double *C, int M, int N, int K)
{
    double products[K + 1][M + 1][N + 1];
    for (int k = 0; k < K; k++)
        for (int i = 0; i < M; i++)
            for (int j = 0; j < N; j++)
                products[k][i][j] = A[i * K + k] * B[k * N + j];
    for (int i = 0; i < M; i++)
        for (int j = 0; j < N; j++) {
            double sum = 0.0;
            for (int k = 0; k < K; k++)
                sum += products[k][i][j];
            C[i * N + j] = sum;
        }
}
