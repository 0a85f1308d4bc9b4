// expect: ok
// Two pointers walk through all elements; rows only say where to stop.
void spmv_csr_optimized(int rows, int cols, int nnz, const int *row_start, const int *column, const double *value,
                        const double *x, double *y)
{
    const double *a = value;
    const int *at = column;
    for (int i = 0; i < rows; i++) {
        const double *const end = value + row_start[i + 1];
        double sum = 0.0;
        while (a < end)
            sum += *a++ * x[*at++];
        y[i] = sum;
    }
}
