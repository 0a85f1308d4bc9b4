// expect: ok
// Four rows share each element of x; up to three rows remain.
void gemv_optimized(int m, int n, double alpha, const double *A, const double *x, double beta, double *y)
{
    int i = 0;
    for (; i + 4 <= m; i += 4) {
        const double *row = A + (long)i * n;
        double a = 0.0, b = 0.0, c = 0.0, d = 0.0;
        for (int j = 0; j < n; j++) {
            a += row[j] * x[j];
            b += row[j + (long)n] * x[j];
            c += row[j + 2L * n] * x[j];
            d += row[j + 3L * n] * x[j];
        }
        y[i] = alpha * a + beta * y[i];
        y[i + 1] = alpha * b + beta * y[i + 1];
        y[i + 2] = alpha * c + beta * y[i + 2];
        y[i + 3] = alpha * d + beta * y[i + 3];
    }
    for (; i < m; i++) {
        double sum = 0.0;
        for (int j = 0; j < n; j++)
            sum += A[(long)i * n + j] * x[j];
        y[i] = alpha * sum + beta * y[i];
    }
}
