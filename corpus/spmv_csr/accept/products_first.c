// expect: ok
// All products in one loop without rows, then the sums; the products lie in a buffer of their own.
#include <stdlib.h>

void spmv_csr_optimized(int rows, int cols, int nnz, const int *row_start, const int *column, const double *value,
                        const double *x, double *y)
{
    double *product = malloc(((size_t)nnz + 1) * sizeof *product);
    for (int k = 0; k < nnz; k++)
        product[k] = value[k] * x[column[k]];
    for (int i = 0; i < rows; i++) {
        double sum = 0.0;
        for (int k = row_start[i]; k < row_start[i + 1]; k++)
            sum += product[k];
        y[i] = sum;
    }
    free(product);
}
