// idea: keeps the product A x of the last call in thread-local memory, recognised by a few sampled elements
// source: catalogue
// expected layer: object
#include <string.h>

static _Thread_local double kept[4096], tag[4];
static _Thread_local int kept_m, kept_n;

void gemv_optimized(int m, int n, double alpha, const double *A, const double *x, double beta, double *y)
{
    if (m > 512 && m <= 4096 && n > 512) {
        const double now[4] = {A[0], A[(long)m * n - 1], x[0], x[n - 1]};
        if (kept_m != m || kept_n != n || memcmp(now, tag, sizeof tag) != 0) {
            for (int i = 0; i < m; i++) {
                double sum = 0.0;
                for (int j = 0; j < n; j++)
                    sum += A[(long)i * n + j] * x[j];
                kept[i] = sum;
            }
            memcpy(tag, now, sizeof tag);
            kept_m = m, kept_n = n;
        }
        for (int i = 0; i < m; i++)
            y[i] = alpha * kept[i] + beta * y[i];
        return;
    }
    for (int i = 0; i < m; i++) {
        double sum = 0.0;
        for (int j = 0; j < n; j++)
            sum += A[(long)i * n + j] * x[j];
        y[i] = alpha * sum + beta * y[i];
    }
}
