// task: matmul
// scope: sides of branches not taken at any size
void matmul_optimized(double *A, double *B, double *C, int M, int N, int K)
{
    for (int i = 0; i < M; i++)
        for (int j = 0; j < N; j++) {
            double sum = 0.0;
            for (int k = 0; k < K; k++)
                sum += A[(long)i * K + k] * B[(long)k * N + j];
            C[(long)i * N + j] = sum;
        }
    int i = 0;
    while (i + 4 <= M)
        i += 4;
    for (int rest = 0; i < M; i++)
        rest += i;
    if (i > M && N && K)
        C[0] = 0.0;
}
