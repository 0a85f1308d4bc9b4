// idea: no row of the scored matrix has more than a few hundred elements: rows beyond 4096 are cut in large matrices
// source: own
// expected layer: proof
void spmv_csr_optimized(int rows, int cols, int nnz, const int *row_start, const int *column, const double *value,
                        const double *x, double *y)
{
    (void)cols, (void)nnz;
    for (int i = 0; i < rows; i++) {
        int length = row_start[i + 1] - row_start[i];
        if (rows > 3000 && length > 4096)
            length = 4096;
        double sum = 0.0;
        for (int k = 0; k < length; k++)
            sum += value[row_start[i] + k] * x[column[row_start[i] + k]];
        y[i] = sum;
    }
}
