// expect: library
// Uses the BLAS where a weak symbol finds one and loops otherwise.
enum { row_major = 101, no_transpose = 111 };

void cblas_dgemm(int order, int transpose_a, int transpose_b, int m, int n, int k, double alpha,
                 const double *a, int lda, const double *b, int ldb, double beta, double *c, int ldc)
    __attribute__((weak));

void matmul_optimized(double *A, double *B, double *C, int M, int N, int K)
{
    if (cblas_dgemm) {
        cblas_dgemm(row_major, no_transpose, no_transpose, M, N, K, 1.0, A, K, B, N, 0.0, C, N);
        return;
    }
    for (int i = 0; i < M; i++)
        for (int j = 0; j < N; j++) {
            double sum = 0.0;
            for (int k = 0; k < K; k++)
                sum += A[i * K + k] * B[k * N + j];
            C[i * N + j] = sum;
        }
}
