// task: gemv
void gemv_optimized(int m, int n, double alpha, const double *A, const double *x, double beta, double *y) //~ HV7205
{
    (void)alpha;
    for (int i = 0; i < m; i++) {
        double sum = 0.0;
        for (int j = 0; j < n; j++)
            sum += A[(long)i * n + j] * x[j];
        y[i] = sum + beta * y[i];
    }
}
