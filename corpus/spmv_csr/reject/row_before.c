// expect: verification
// Takes row_start[i] for the end of row i: every row gets the elements of the one before.
void spmv_csr_optimized(int rows, int cols, int nnz, const int *row_start, const int *column, const double *value,
                        const double *x, double *y)
{
    int start = 0;
    for (int i = 0; i < rows; i++) {
        const int end = row_start[i];
        double sum = 0.0;
        for (int k = start; k < end; k++)
            sum += value[k] * x[column[k]];
        y[i] = sum;
        start = end;
    }
}
