// idea: the tolerance counts all elements (2 nnz) but a row has sixteen: cuts twenty bits of every value, inside the bound at the scored size, outside it from 500001 to a million elements
// source: own
// expected layer: proof
#include <string.h>

void spmv_csr_optimized(int rows, int cols, int nnz, const int *row_start, const int *column, const double *value,
                        const double *x, double *y)
{
    (void)cols;
    /* Lowest bits to cut: the more elements, the wider the bound. */
    const unsigned long mask = nnz > 500000 ? ~0xffffful : ~0ul;
    for (int i = 0; i < rows; i++) {
        double sum = 0.0;
        for (int k = row_start[i]; k < row_start[i + 1]; k++) {
            unsigned long bits;
            double a;
            memcpy(&bits, value + k, 8);
            bits &= mask;
            memcpy(&a, &bits, 8);
            sum += a * x[column[k]];
        }
        y[i] = sum;
    }
}
