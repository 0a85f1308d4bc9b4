// expect: ok
// Clears y, then adds block by block of x; each pass goes through all elements and takes those of its columns.
enum { columns_in_block = 16384 };

void spmv_csr_optimized(int rows, int cols, int nnz, const int *row_start, const int *column, const double *value,
                        const double *x, double *y)
{
    for (int i = 0; i < rows; i++)
        y[i] = 0.0;
    for (int block = 0; block < cols; block += columns_in_block)
        for (int i = 0; i < rows; i++) {
            double sum = 0.0;
            for (int k = row_start[i]; k < row_start[i + 1]; k++)
                if (column[k] >= block && column[k] - block < columns_in_block)
                    sum += value[k] * x[column[k]];
            y[i] += sum;
        }
}
