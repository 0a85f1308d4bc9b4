// task: matmul
// bounds: refuted at M=1 N=1 K=1, holds when M == 0 || N % 8 == 0 (weakest)
void matmul_optimized(double *A, double *B, double *C, int M, int N, int K)
{
    for (int i = 0; i < M; i++)
        for (int jj = 0; jj < N; jj += 8)
            for (int j = 0; j < 8; j++) {
                double sum = 0;
                for (int k = 0; k < K; k++)
                    sum += A[i * K + k];
                C[i * N + jj + j] = sum;
            }
}
