#include <limits.h>
#include <hpcverify.h>

void spmv_csr_optimized(int rows, int cols, int nnz, const int *row_start, const int *column, const double *value,
                        const double *x, double *y);

/* y = A * x for a sparse A in compressed rows: row i holds value[k] in column column[k] for row_start[i] <= k <
   row_start[i + 1]. Rows may be empty, columns may come in any order and more than once. */
void spmv_csr_contract(int rows, int cols, int nnz, const int *row_start, const int *column, const double *value,
                       const double *x, double *y)
{
    requires(rows >= 0 && cols >= 0 && nnz >= 0);
    /* A loop over blocks of columns may step one block past the last, in int. */
    requires(rows <= INT_MAX - 65536 && cols <= INT_MAX - 65536 && nnz <= INT_MAX - 65536);
    requires(nnz == 0 || (rows > 0 && cols > 0));

    readable(row_start, (long)rows + 1);
    in_range(row_start, (long)rows + 1, 0, (long)nnz + 1);
    monotone(row_start, (long)rows + 1);
    readable(column, nnz);
    in_range(column, nnz, 0, cols);
    readable(value, nnz);
    readable(x, cols);
    writes(y, rows);
    disjoint(y, row_start);
    disjoint(y, column);
    disjoint(y, value);
    disjoint(y, x);

    /* Any order of summation, fused or not, errs by at most one unit of the sum of |a||x| for each element of a row. */
    tolerance(2.0 * nnz + 2.0);
}

void spmv_csr_reference(int rows, int cols, int nnz, const int *row_start, const int *column, const double *value,
                        const double *x, double *y)
{
    (void)cols;
    (void)nnz;
    for (int i = 0; i < rows; i++) {
        double sum = 0.0;
        for (int k = row_start[i]; k < row_start[i + 1]; k++)
            sum += value[k] * x[column[k]];
        y[i] = sum;
    }
}
