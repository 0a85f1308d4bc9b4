// task: matmul
// Tiles end where the matrix does.
void matmul_optimized(double *A, double *B, double *C, int M, int N, int K)
{
    for (int ii = 0; ii < M; ii += 32)
        for (int jj = 0; jj < N; jj += 32)
            for (int i = ii; i < (ii + 32 < M ? ii + 32 : M); i++)
                for (int j = jj; j < (jj + 32 < N ? jj + 32 : N); j++) {
                    double sum = 0;
                    for (int k = 0; k < K; k++)
                        sum += A[(long)i * K + k] * B[(long)k * N + j];
                    C[(long)i * N + j] = sum;
                }
}
