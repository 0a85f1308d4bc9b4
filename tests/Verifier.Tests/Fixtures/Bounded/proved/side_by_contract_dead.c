// task: matmul
// scope: 2 sides of branches cannot be taken (12:5 is never true, 12:9 is never true)
void matmul_optimized(double *A, double *B, double *C, int M, int N, int K)
{
    for (int i = 0; i < M; i++)
        for (int j = 0; j < N; j++) {
            double sum = 0.0;
            for (int k = 0; k < K; k++)
                sum += A[(long)i * K + k] * B[(long)k * N + j];
            C[(long)i * N + j] = sum;
        }
    if (M < 0)
        C[0] = 0.0;
}
