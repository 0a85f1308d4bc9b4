// expect: runtime
// Multiplies alpha into x, which belongs to the caller.
void gemv_optimized(int m, int n, double alpha, const double *A, const double *x, double beta, double *y)
{
    double *scaled = (double *)x;
    for (int j = 0; j < n; j++)
        scaled[j] *= alpha;
    for (int i = 0; i < m; i++) {
        double sum = 0.0;
        for (int j = 0; j < n; j++)
            sum += A[(long)i * n + j] * scaled[j];
        y[i] = sum + beta * y[i];
    }
}
