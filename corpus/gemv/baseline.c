/* The library answer: what a kernel's speed is divided by, and what the 105 points are compared with. */
enum { row_major = 101, no_transpose = 111 };

void cblas_dgemv(int order, int transpose, int m, int n, double alpha, const double *a, int lda, const double *x,
                 int step_x, double beta, double *y, int step_y);

void gemv_optimized(int m, int n, double alpha, const double *A, const double *x, double beta, double *y)
{
    cblas_dgemv(row_major, no_transpose, m, n, alpha, A, n > 1 ? n : 1, x, 1, beta, y, 1);
}
