#include <limits.h>
#include <hpcverify.h>

void gemv_optimized(int m, int n, double alpha, const double *A, const double *x, double beta, double *y);

/* y = alpha * A * x + beta * y for row-major A (m x n); n == 0 leaves beta * y. */
void gemv_contract(int m, int n, double alpha, const double *A, const double *x, double beta, double *y)
{
    (void)alpha;
    (void)beta;
    requires(m >= 0 && n >= 0);
    requires(m <= INT_MAX - 4096 && n <= INT_MAX - 4096);
    requires((long)m * n <= INT_MAX);

    readable(A, (long)m * n);
    readable(x, n);
    updates(y, m);
    disjoint(y, A);
    disjoint(y, x);

    /* A term is rounded as it is made, in up to n additions, by alpha, and in the last addition. */
    tolerance(4.0 * n + 8.0);
}

void gemv_reference(int m, int n, double alpha, const double *A, const double *x, double beta, double *y)
{
    for (int i = 0; i < m; i++) {
        double sum = 0.0;
        for (int j = 0; j < n; j++)
            sum += A[(long)i * n + j] * x[j];
        y[i] = alpha * sum + beta * y[i];
    }
}
