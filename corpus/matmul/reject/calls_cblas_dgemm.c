// expect: library
// Declares cblas_dgemm itself and lets it do the work.
enum { row_major = 101, no_transpose = 111 };

void cblas_dgemm(int order, int transpose_a, int transpose_b, int m, int n, int k, double alpha,
                 const double *a, int lda, const double *b, int ldb, double beta, double *c, int ldc);

void matmul_optimized(double *A, double *B, double *C, int M, int N, int K)
{
    cblas_dgemm(row_major, no_transpose, no_transpose, M, N, K, 1.0, A, K, B, N, 0.0, C, N);
}
