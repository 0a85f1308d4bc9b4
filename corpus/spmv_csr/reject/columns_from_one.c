// expect: verification
// Counts columns from one, as Fortran does.
void spmv_csr_optimized(int rows, int cols, int nnz, const int *row_start, const int *column, const double *value,
                        const double *x, double *y)
{
    for (int i = 0; i < rows; i++) {
        double sum = 0.0;
        for (int k = row_start[i]; k < row_start[i + 1]; k++)
            sum += value[k] * (column[k] > 0 ? x[column[k] - 1] : 0.0);
        y[i] = sum;
    }
}
