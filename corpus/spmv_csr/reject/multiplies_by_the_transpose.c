// expect: runtime
// Scatters into y[column[k]]: the product with the transpose; leaves x and y unless the matrix is square.
void spmv_csr_optimized(int rows, int cols, int nnz, const int *row_start, const int *column, const double *value,
                        const double *x, double *y)
{
    for (int i = 0; i < rows; i++)
        y[i] = 0.0;
    for (int i = 0; i < rows; i++)
        for (int k = row_start[i]; k < row_start[i + 1]; k++)
            y[column[k]] += value[k] * x[i];
}
