// expect: verification
// Adds to y, which nobody cleared.
void spmv_csr_optimized(int rows, int cols, int nnz, const int *row_start, const int *column, const double *value,
                        const double *x, double *y)
{
    for (int i = 0; i < rows; i++)
        for (int k = row_start[i]; k < row_start[i + 1]; k++)
            y[i] += value[k] * x[column[k]];
}
