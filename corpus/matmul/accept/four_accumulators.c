// expect: ok
// Four independent partial sums break the chain of additions; they are added in pairs at the end.
void matmul_optimized(double *A, double *B, double *C, int M, int N, int K)
{
    for (int i = 0; i < M; i++)
        for (int j = 0; j < N; j++) {
            double sum[4] = { 0.0, 0.0, 0.0, 0.0 };
            for (int k = 0; k < K; k++)
                sum[k % 4] += A[i * K + k] * B[k * N + j];
            C[i * N + j] = (sum[0] + sum[1]) + (sum[2] + sum[3]);
        }
}
