// expect: library
// Declares cblas_dgemv itself and lets it do the work.
void cblas_dgemv(int order, int transpose, int m, int n, double alpha, const double *a, int lda, const double *x,
                 int step_x, double beta, double *y, int step_y);

void gemv_optimized(int m, int n, double alpha, const double *A, const double *x, double beta, double *y)
{
    cblas_dgemv(101, 111, m, n, alpha, A, n, x, 1, beta, y, 1);
}
