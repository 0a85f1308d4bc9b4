// expect: runtime
// Steps through A as if rows were padded to a multiple of eight; right only where n % 8 == 0.
void gemv_optimized(int m, int n, double alpha, const double *A, const double *x, double beta, double *y)
{
    const long stride = (n + 7L) / 8 * 8;
    for (int i = 0; i < m; i++) {
        double sum = 0.0;
        for (int j = 0; j < n; j++)
            sum += A[i * stride + j] * x[j];
        y[i] = alpha * sum + beta * y[i];
    }
}
