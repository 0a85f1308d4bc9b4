// expect: verification
// One sum for all rows; wrong from the second row on.
void gemv_optimized(int m, int n, double alpha, const double *A, const double *x, double beta, double *y)
{
    double sum = 0.0;
    for (int i = 0; i < m; i++) {
        for (int j = 0; j < n; j++)
            sum += A[(long)i * n + j] * x[j];
        y[i] = alpha * sum + beta * y[i];
    }
}
