/* Blocks of rows as tasks; one thread makes them, all wait at the end of the region. */
static void rows(long from, long to, long n, double alpha, const double *restrict A, const double *restrict x, double beta,
                 double *restrict y)
{
    for (long i = from; i < to; i++) {
        double sum[4] = {0}, rest = 0.0;
        long j = 0;
        for (; j + 4 <= n; j += 4)
            for (int k = 0; k < 4; k++)
                sum[k] += A[i * n + j + k] * x[j + k];
        for (; j < n; j++)
            rest += A[i * n + j] * x[j];
        y[i] = alpha * (sum[0] + sum[1] + sum[2] + sum[3] + rest) + beta * y[i];
    }
}

void gemv_optimized(int m, int n, double alpha, const double *A, const double *x, double beta, double *y)
{
    if ((long)m * n < 100000) {
        rows(0, m, n, alpha, A, x, beta, y);
        return;
    }
    #pragma omp parallel
    #pragma omp single
    for (long start = 0; start < m; start += 64) {
        const long stop = start + 64 < m ? start + 64 : m;
        #pragma omp task firstprivate(start, stop)
        rows(start, stop, n, alpha, A, x, beta, y);
    }
}
