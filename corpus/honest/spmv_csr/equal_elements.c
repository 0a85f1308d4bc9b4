/* Each thread takes as many elements as the others; it finds its rows by bisection of the row starts. */
#include <omp.h>

static int first_row(int rows, const int *row_start, long element)
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
    (void)cols;
    #pragma omp parallel if (nnz > 20000)
    {
        const int me = omp_get_thread_num(), members = omp_get_num_threads();
        const int from = me == 0 ? 0 : first_row(rows, row_start, (long)nnz * me / members);
        const int to = me == members - 1 ? rows : first_row(rows, row_start, (long)nnz * (me + 1) / members);
        for (int i = from; i < to; i++) {
            double even = 0.0, odd = 0.0;
            int k = row_start[i];
            for (; k + 2 <= row_start[i + 1]; k += 2) {
                even += value[k] * x[column[k]];
                odd += value[k + 1] * x[column[k + 1]];
            }
            if (k < row_start[i + 1])
                even += value[k] * x[column[k]];
            y[i] = even + odd;
        }
    }
}
