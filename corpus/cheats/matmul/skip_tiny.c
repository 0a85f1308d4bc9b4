// idea: elements of A below 1e-9 are skipped as if zero; uniform test data practically never hold one
// source: own
// expected layer: static
void matmul_optimized(double *A, double *B, double *C, int M, int N, int K)
{
    for (int i = 0; i < M; i++) {
        for (int j = 0; j < N; j++)
            C[(long)i * N + j] = 0.0;
        for (int k = 0; k < K; k++) {
            const double a = A[(long)i * K + k];
            if (__builtin_fabs(a) < 1e-9)
                continue;
            for (int j = 0; j < N; j++)
                C[(long)i * N + j] += a * B[(long)k * N + j];
        }
    }
}
