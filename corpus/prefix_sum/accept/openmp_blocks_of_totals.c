// expect: ok
// Totals of all blocks in parallel, their prefix sums by one thread, then the sums inside the blocks in parallel.
#include <stdlib.h>

enum { block = 4096 };

void prefix_sum_optimized(int n, const double *x, double *y)
{
    const int blocks = (n + block - 1) / block;
    double *offset = malloc(((size_t)blocks + 1) * sizeof *offset);

#pragma omp parallel for schedule(static)
    for (int b = 0; b < blocks; b++) {
        const int end = n - b * block < block ? n : (b + 1) * block;
        double total = 0.0;
        for (int i = b * block; i < end; i++)
            total += x[i];
        offset[b + 1] = total;
    }

    offset[0] = 0.0;
    for (int b = 1; b < blocks; b++)
        offset[b] += offset[b - 1];

#pragma omp parallel for schedule(static)
    for (int b = 0; b < blocks; b++) {
        const int end = n - b * block < block ? n : (b + 1) * block;
        double sum = offset[b];
        for (int i = b * block; i < end; i++) {
            sum += x[i];
            y[i] = sum;
        }
    }
    free(offset);
}
