// expect: ok
// Prefetches the next row of B, only where there is one, while the current row updates C.
void matmul_optimized(double *A, double *B, double *C, int M, int N, int K)
{
    for (int i = 0; i < M; i++) {
        for (int j = 0; j < N; j++)
            C[i * N + j] = 0.0;
        for (int k = 0; k < K; k++)
            for (int j = 0; j < N; j++) {
                if (j % 8 == 0 && k + 1 < K)
                    __builtin_prefetch(&B[(k + 1) * N + j], 0, 3);
                C[i * N + j] += A[i * K + k] * B[k * N + j];
            }
    }
}
