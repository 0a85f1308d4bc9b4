// expect: ok
// Scales y first, then adds one multiple of each column.
void gemv_optimized(int m, int n, double alpha, const double *A, const double *x, double beta, double *y)
{
    for (int i = 0; i < m; i++)
        y[i] *= beta;
    for (int j = 0; j < n; j++) {
        const double factor = alpha * x[j];
        for (int i = 0; i < m; i++)
            y[i] += A[(long)i * n + j] * factor;
    }
}
