// expect: ok
// Four sums for each row, a tail of up to three elements.
void spmv_csr_optimized(int rows, int cols, int nnz, const int *row_start, const int *column, const double *value,
                        const double *x, double *y)
{
    for (int i = 0; i < rows; i++) {
        const int end = row_start[i + 1];
        double a = 0.0, b = 0.0, c = 0.0, d = 0.0;
        int k = row_start[i];
        for (; k + 4 <= end; k += 4) {
            a += value[k] * x[column[k]];
            b += value[k + 1] * x[column[k + 1]];
            c += value[k + 2] * x[column[k + 2]];
            d += value[k + 3] * x[column[k + 3]];
        }
        for (; k < end; k++)
            a += value[k] * x[column[k]];
        y[i] = (a + b) + (c + d);
    }
}
