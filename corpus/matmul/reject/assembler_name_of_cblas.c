// expect: library
// Gives an innocent function the assembler name cblas_dgemm.
enum { row_major = 101, no_transpose = 111 };

void block_product(int order, int transpose_a, int transpose_b, int m, int n, int k, double alpha,
                   const double *a, int lda, const double *b, int ldb, double beta, double *c, int ldc)
    __asm__("cblas_dgemm");

void matmul_optimized(double *A, double *B, double *C, int M, int N, int K)
{
    block_product(row_major, no_transpose, no_transpose, M, N, K, 1.0, A, K, B, N, 0.0, C, N);
}
