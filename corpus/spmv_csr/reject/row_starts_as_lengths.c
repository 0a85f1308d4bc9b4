// expect: runtime
// Takes row_start[i] for the number of elements of row i and runs past them all.
void spmv_csr_optimized(int rows, int cols, int nnz, const int *row_start, const int *column, const double *value,
                        const double *x, double *y)
{
    int k = 0;
    for (int i = 0; i < rows; i++) {
        double sum = 0.0;
        for (int left = row_start[i + 1]; left > 0; left--, k++)
            sum += value[k] * x[column[k]];
        y[i] = sum;
    }
}
