// task: matmul
// allocation: refuted at M=0 N=0 K=0, holds when N >= 1 (weakest)
void matmul_optimized(double *A, double *B, double *C, int M, int N, int K)
{
    double row[N];
    for (int i = 0; i < M; i++) {
        for (int j = 0; j < N; j++)
            row[j] = 0;
        for (int j = 0; j < N; j++)
            C[i * N + j] = row[j];
    }
}
