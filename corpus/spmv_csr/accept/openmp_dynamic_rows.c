// expect: ok
// Rows are handed out in lots of 64, because they differ in length.
void spmv_csr_optimized(int rows, int cols, int nnz, const int *row_start, const int *column, const double *value,
                        const double *x, double *y)
{
#pragma omp parallel for schedule(dynamic, 64)
    for (int i = 0; i < rows; i++) {
        double sum = 0.0;
        for (int k = row_start[i]; k < row_start[i + 1]; k++)
            sum += value[k] * x[column[k]];
        y[i] = sum;
    }
}
