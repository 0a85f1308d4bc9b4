// task: matmul
// refuted: termination
// Each thread's chunk is searched by a step that is zero for few rows.
void matmul_optimized(double *A, double *B, double *C, int M, int N, int K)
{
    #pragma omp parallel for
    for (int j = 0; j < N; j++) {
        const int step = M / 8;
        for (int i = 0; i < M; i += step)
            for (int r = i; r < i + step && r < M; r++) {
                double sum = 0.0;
                for (int k = 0; k < K; k++)
                    sum += A[r * K + k] * B[k * N + j];
                C[r * N + j] = sum;
            }
    }
}
