// task: spmv_csr
// says: real arithmetic
// assumes: any values in range for column
// Two sums a row; what is in which column does not matter.
void spmv_csr_optimized(int rows, int cols, int nnz, const int *row_start, const int *column, const double *value,
                        const double *x, double *y)
{
    (void)cols;
    (void)nnz;
    for (int i = 0; i < rows; i++) {
        double even = 0.0, odd = 0.0;
        int k = row_start[i];
        for (; k + 1 < row_start[i + 1]; k += 2) {
            even += value[k] * x[column[k]];
            odd += value[k + 1] * *(x + column[k + 1]);
        }
        if (k < row_start[i + 1])
            even += value[k] * x[column[k]];
        y[i] = even + odd;
    }
}
