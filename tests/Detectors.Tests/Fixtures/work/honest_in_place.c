// task: gemv
void gemv_optimized(int m, int n, double alpha, const double *A, const double *x, double beta, double *y)
{
    for (int i = 0; i < m; i++)
        y[i] = beta == 0.0 ? 0.0 : beta * y[i]; //= HV7217
    for (int i = 0; i < m; i++) {
        double sum = 0.0;
        for (int j = 0; j < n; j++)
            sum += A[(long)i * n + j] * x[j];
        y[i] += alpha * sum; //= HV7217
    }
}
