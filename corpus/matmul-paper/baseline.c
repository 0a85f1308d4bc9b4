/* The library answer: what a kernel's speed is divided by, and what the paper's 105 points are compared with. */
enum { row_major = 101, no_transpose = 111 };

void cblas_dgemm(int order, int transpose_a, int transpose_b, int m, int n, int k, double alpha,
                 const double *a, int lda, const double *b, int ldb, double beta, double *c, int ldc);

static int at_least_one(int size)
{
    return size > 1 ? size : 1;
}

void matmul_optimized(double *A, double *B, double *C, int M, int N, int K)
{
    cblas_dgemm(row_major, no_transpose, no_transpose, M, N, K, 1.0, A, at_least_one(K), B, at_least_one(N),
                0.0, C, at_least_one(N));
}
