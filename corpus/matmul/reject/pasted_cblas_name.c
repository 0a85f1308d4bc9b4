// expect: library
// Builds the name cblas_dgemm by token pasting, so that no text search finds it.
#define NAME(left, right) left##right

enum { row_major = 101, no_transpose = 111 };

void NAME(cblas_, dgemm)(int order, int transpose_a, int transpose_b, int m, int n, int k, double alpha,
                 const double *a, int lda, const double *b, int ldb, double beta, double *c, int ldc);

void matmul_optimized(double *A, double *B, double *C, int M, int N, int K)
{
    NAME(cblas_, dgemm)(row_major, no_transpose, no_transpose, M, N, K, 1.0, A, K, B, N, 0.0, C, N);
}
