// expect: runtime
// 'end - 3' wraps around for the rows that end before the third element, and the loop runs out of the arrays.
void spmv_csr_optimized(int rows, int cols, int nnz, const int *row_start, const int *column, const double *value,
                        const double *x, double *y)
{
    for (int i = 0; i < rows; i++) {
        const unsigned end = (unsigned)row_start[i + 1];
        unsigned k = (unsigned)row_start[i];
        double sum = 0.0;
        for (; k < end - 3; k += 4)
            sum += value[k] * x[column[k]] + value[k + 1] * x[column[k + 1]]
                + value[k + 2] * x[column[k + 2]] + value[k + 3] * x[column[k + 3]];
        for (; k < end; k++)
            sum += value[k] * x[column[k]];
        y[i] = sum;
    }
}
