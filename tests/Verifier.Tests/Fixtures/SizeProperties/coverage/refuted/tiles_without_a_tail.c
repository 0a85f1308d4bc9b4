// task: matmul
// holds when: M == 0 || N == 0 || M % 4 == 0 (weakest)
// Rows and columns beyond the last whole tile are left.
void matmul_optimized(double *A, double *B, double *C, int M, int N, int K)
{
    for (int i = 0; i + 4 <= M; i += 4)
        for (int r = 0; r < 4; r++)
            for (int j = 0; j < N; j++) {
                double sum = 0;
                for (int k = 0; k < K; k++)
                    sum += A[(long)(i + r) * K + k] * B[(long)k * N + j];
                C[(long)(i + r) * N + j] = sum;
            }
}
