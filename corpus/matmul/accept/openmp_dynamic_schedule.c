// expect: ok
// Groups of three rows are handed out dynamically; no result depends on which thread takes them.
void matmul_optimized(double *A, double *B, double *C, int M, int N, int K)
{
#pragma omp parallel for schedule(dynamic, 3)
    for (int i = 0; i < M; i++) {
        double *row = &C[i * N];
        for (int j = 0; j < N; j++)
            row[j] = 0.0;
        for (int k = 0; k < K; k++)
            for (int j = 0; j < N; j++)
                row[j] += A[i * K + k] * B[k * N + j];
    }
}
