// expect: runtime
// Four rows at once whether they exist or not; leaves A and y unless m % 4 == 0.
void gemv_optimized(int m, int n, double alpha, const double *A, const double *x, double beta, double *y)
{
    for (int i = 0; i < m; i += 4)
        for (int r = i; r < i + 4; r++) {
            double sum = 0.0;
            for (int j = 0; j < n; j++)
                sum += A[(long)r * n + j] * x[j];
            y[r] = alpha * sum + beta * y[r];
        }
}
