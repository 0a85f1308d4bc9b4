// task: spmv_csr
// refuted: memory
// Reads the element behind that of the last column.
void spmv_csr_optimized(int rows, int cols, int nnz, const int *row_start, const int *column, const double *value,
                        const double *x, double *y)
{
    (void)cols;
    (void)nnz;
    for (int i = 0; i < rows; i++) {
        double sum = 0.0;
        for (int k = row_start[i]; k < row_start[i + 1]; k++) {
            const double next = x[column[k] + 1];
            sum += value[k] * x[column[k]] + (next - next);
        }
        y[i] = sum;
    }
}
