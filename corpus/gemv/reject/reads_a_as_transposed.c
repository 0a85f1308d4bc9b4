// expect: verification
// Takes A for column-major; right only where m == 1 or n == 1.
void gemv_optimized(int m, int n, double alpha, const double *A, const double *x, double beta, double *y)
{
    for (int i = 0; i < m; i++) {
        double sum = 0.0;
        for (int j = 0; j < n; j++)
            sum += A[(long)j * m + i] * x[j];
        y[i] = alpha * sum + beta * y[i];
    }
}
