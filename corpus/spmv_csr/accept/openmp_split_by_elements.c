// expect: ok
// Each thread takes the rows that start in its share of the elements; the last one takes the empty rows at the end too.
#include <omp.h>

static int first_row_from(int rows, const int *row_start, long element)
{
    int low = 0, high = rows;
    while (low < high) {
        const int middle = low + (high - low) / 2;
        if (row_start[middle] < element)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

void spmv_csr_optimized(int rows, int cols, int nnz, const int *row_start, const int *column, const double *value,
                        const double *x, double *y)
{
#pragma omp parallel
    {
        const int team = omp_get_num_threads();
        const int thread = omp_get_thread_num();
        const int first = first_row_from(rows, row_start, (long)nnz * thread / team);
        const int end = thread + 1 == team ? rows : first_row_from(rows, row_start, (long)nnz * (thread + 1) / team);
        for (int i = first; i < end; i++) {
            double sum = 0.0;
            for (int k = row_start[i]; k < row_start[i + 1]; k++)
                sum += value[k] * x[column[k]];
            y[i] = sum;
        }
    }
}
