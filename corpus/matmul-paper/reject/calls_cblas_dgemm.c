// expect: library
// Lets the BLAS do the work.
#include <cblas.h>

void matmul_optimized(double *A, double *B, double *C, int M, int N, int K)
{
    cblas_dgemm(CblasRowMajor, CblasNoTrans, CblasNoTrans, M, N, K, 1.0, A, K, B, N, 0.0, C, N);
}
