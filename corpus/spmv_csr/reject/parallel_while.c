// expect: compile
// A parallel loop directive before a while loop.
void spmv_csr_optimized(int rows, int cols, int nnz, const int *row_start, const int *column, const double *value,
                        const double *x, double *y)
{
    for (int i = 0; i < rows; i++) {
        int k = row_start[i];
        double sum = 0.0;
#pragma omp parallel for reduction(+: sum)
        while (k < row_start[i + 1]) {
            sum += value[k] * x[column[k]];
            k++;
        }
        y[i] = sum;
    }
}
