/* Columns in blocks that keep x in the first cache; the row sums wait in a local array, 256 rows at a time. */
#include <string.h>

void gemv_optimized(int m, int n, double alpha, const double *A, const double *x, double beta, double *y)
{
    double sum[256];
    for (int i0 = 0; i0 < m; i0 += 256) {
        const int height = m - i0 < 256 ? m - i0 : 256;
        memset(sum, 0, sizeof sum);
        for (int j0 = 0; j0 < n; j0 += 1024) {
            const int stop = n - j0 < 1024 ? n : j0 + 1024;
            for (int r = 0; r < height; r++) {
                const double *row = A + (long)(i0 + r) * n;
                double part = 0.0;
                #pragma omp simd reduction(+ : part)
                for (int j = j0; j < stop; j++)
                    part += row[j] * x[j];
                sum[r] += part;
            }
        }
        for (int r = 0; r < height; r++)
            y[i0 + r] = alpha * sum[r] + beta * y[i0 + r];
    }
}
