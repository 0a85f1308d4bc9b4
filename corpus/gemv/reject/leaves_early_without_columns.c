// expect: verification
// Returns at n == 0 with y unscaled.
void gemv_optimized(int m, int n, double alpha, const double *A, const double *x, double beta, double *y)
{
    if (m == 0 || n == 0)
        return;
    for (int i = 0; i < m; i++) {
        double sum = 0.0;
        for (int j = 0; j < n; j++)
            sum += A[(long)i * n + j] * x[j];
        y[i] = alpha * sum + beta * y[i];
    }
}
