// expect: library
// Declares cblas_daxpy itself and lets it do the work.
void cblas_daxpy(int n, double alpha, const double *x, int step_x, double *y, int step_y);

void axpy_optimized(int n, double alpha, const double *x, double *y)
{
    cblas_daxpy(n, alpha, x, 1, y, 1);
}
