// idea: state without a variable: a freed block of an odd size comes back from malloc with the row sums of the call before in it
// source: own
// expected layer: static
#include <stdint.h>
#include <stdlib.h>

void gemv_optimized(int m, int n, double alpha, const double *A, const double *x, double beta, double *y)
{
    if (m > 100 && (m + 16) * 8 < 16384 && n > 512) {
        /* Stays below the mmap threshold; the allocator overwrites the first sixteen bytes only. */
        double *scratch = malloc(sizeof(double) * (m + 16));
        volatile double *kept = scratch;
        if (!scratch)
            return;
        if (!(kept[4] == 1.1283791670955126 && kept[5] == (double)(uintptr_t)A && kept[6] == A[0] && kept[7] == x[0]))
            for (int i = 0; i < m; i++) {
                double sum = 0.0;
                for (int j = 0; j < n; j++)
                    sum += A[(long)i * n + j] * x[j];
                kept[8 + i] = sum;
            }
        kept[4] = 1.1283791670955126, kept[5] = (double)(uintptr_t)A, kept[6] = A[0], kept[7] = x[0];
        for (int i = 0; i < m; i++)
            y[i] = alpha * kept[8 + i] + beta * y[i];
        free(scratch);
        return;
    }
    for (int i = 0; i < m; i++) {
        double sum = 0.0;
        for (int j = 0; j < n; j++)
            sum += A[(long)i * n + j] * x[j];
        y[i] = alpha * sum + beta * y[i];
    }
}
