// expect: verification
// Sums each row in single precision.
void gemv_optimized(int m, int n, double alpha, const double *A, const double *x, double beta, double *y)
{
    for (int i = 0; i < m; i++) {
        float sum = 0.0f;
        for (int j = 0; j < n; j++)
            sum += (float)(A[(long)i * n + j] * x[j]);
        y[i] = alpha * sum + beta * y[i];
    }
}
