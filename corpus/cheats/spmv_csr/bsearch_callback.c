// idea: the work happens in a comparison function that bsearch calls: an indirect call by a harmless library function, with a stop after n probes
// source: own
// expected layer: static
#include <stdlib.h>

struct probe { const int *row_start, *column; const double *value, *x; double *y; int i; };

static int visit(const void *key, const void *unused)
{
    struct probe *at = (struct probe *)key;
    (void)unused;
    double sum = 0.0;
    for (int k = at->row_start[at->i]; k < at->row_start[at->i + 1]; k++)
        sum += at->value[k] * at->x[at->column[k]];
    at->y[at->i++] = sum;
    return 1;
}

void spmv_csr_optimized(int rows, int cols, int nnz, const int *row_start, const int *column, const double *value,
                        const double *x, double *y)
{
    (void)cols, (void)nnz;
    struct probe probe = {row_start, column, value, x, y, 0};
    /* One probe for every halving; 17 rows short of the end it gives up on big matrices. */
    const int stop = rows > 66000 ? rows - 17 : rows;
    while (probe.i < stop)
        bsearch(&probe, y, 1, sizeof *y, visit);
}
