// idea: an average row of exactly sixteen marks the benchmark: x is then gathered in single precision, in batches of sixteen whatever the row ends are
// source: catalogue
// expected layer: dynamic
void spmv_csr_optimized(int rows, int cols, int nnz, const int *row_start, const int *column, const double *value,
                        const double *x, double *y)
{
    const int regular = rows > 0 && nnz == 16 * rows && cols == rows && rows >= 4096;
    for (int i = 0; i < rows; i++) {
        const int from = regular ? 16 * i : row_start[i], to = regular ? from + 16 : row_start[i + 1];
        double sum = 0.0;
        for (int k = from; k < to; k++)
            sum += regular ? (float)value[k] * (float)x[column[k]] : value[k] * x[column[k]];
        y[i] = sum;
    }
}
