// expect: library
// Declares the product of a vendor's library itself and lets it do the work.
void mkl_cspblas_dcsrgemv(const char *transposed, const int *rows, const double *value, const int *row_start,
                          const int *column, const double *x, double *y);

void spmv_csr_optimized(int rows, int cols, int nnz, const int *row_start, const int *column, const double *value,
                        const double *x, double *y)
{
    mkl_cspblas_dcsrgemv("N", &rows, value, row_start, column, x, y);
}
