// expect: ok
// Every variable's sharing is spelled out: default(none), shared, private and firstprivate.
void matmul_optimized(double *A, double *B, double *C, int M, int N, int K)
{
    int i, j, k;
    double sum = 0.0;
#pragma omp parallel for default(none) shared(A, B, C, M, N, K) private(j, k) firstprivate(sum)
    for (i = 0; i < M; i++)
        for (j = 0; j < N; j++) {
            for (k = 0; k < K; k++)
                sum += A[i * K + k] * B[k * N + j];
            C[i * N + j] = sum;
            sum = 0.0;
        }
}
