// expect: timeout
// Forgets to step to the next element of a row.
void spmv_csr_optimized(int rows, int cols, int nnz, const int *row_start, const int *column, const double *value,
                        const double *x, double *y)
{
    for (int i = 0; i < rows; i++) {
        int k = row_start[i];
        double sum = 0.0;
        while (k < row_start[i + 1])
            sum += value[k] * x[column[k]];
        y[i] = sum;
    }
}
