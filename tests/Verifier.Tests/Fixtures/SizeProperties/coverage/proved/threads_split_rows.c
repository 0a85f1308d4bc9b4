// task: matmul
// The rows are dealt out to threads.
void matmul_optimized(double *A, double *B, double *C, int M, int N, int K)
{
#pragma omp parallel for
    for (int i = 0; i < M; i++)
        for (int j = 0; j < N; j++) {
            double sum = 0;
            for (int k = 0; k < K; k++)
                sum += A[(long)i * K + k] * B[(long)k * N + j];
            C[(long)i * N + j] = sum;
        }
}
