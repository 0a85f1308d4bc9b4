// task: matmul
// refuted: equivalence
void matmul_optimized(double *A, double *B, double *C, int M, int N, int K)
{
    for (int i = 0; i < M; i++)
        for (int j = 0; j < N; j++) {
            double sum = 0.0;
            for (int k = 0; k < K; k++)
                sum += A[(long)i * K + k] * B[(long)k * N + j];
            C[(long)i * N + j] = sum;
        }
    int flag = 0;
#pragma omp parallel num_threads(2)
    {
#pragma omp single
        flag = M == 150;
        if (flag && N && K)
#pragma omp single
            C[0] = 0.0;
    }
}
