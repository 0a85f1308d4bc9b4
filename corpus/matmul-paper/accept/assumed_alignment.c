// expect: ok
// Passes the promised alignment on to the compiler and lets it vectorise the row update.
void matmul_optimized(double *A, double *B, double *C, int M, int N, int K)
{
    const double *rows = __builtin_assume_aligned(B, 64);
    double *product = __builtin_assume_aligned(C, 64);
#pragma omp parallel for
    for (int i = 0; i < M; i++)
        for (int k = 0; k < K; k++)
#pragma omp simd
            for (int j = 0; j < N; j++)
                product[i * N + j] += A[i * K + k] * rows[k * N + j];
}
