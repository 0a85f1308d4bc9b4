void kernel(const double *restrict A, const double *restrict x, double *restrict y, int m, int n)
{
    int i = 0;
    for (; i + 4 <= m; i += 4) {
        double s0 = 0.0, s1 = 0.0, s2 = 0.0, s3 = 0.0;
        for (int k = 0; k < n; k++) {
            s0 += A[i * n + k] * x[k];
            s1 += A[(i + 1) * n + k] * x[k];
            s2 += A[(i + 2) * n + k] * x[k];
            s3 += A[(i + 3) * n + k] * x[k];
        }
        y[i] = s0;
        y[i + 1] = s1;
        y[i + 2] = s2;
        y[i + 3] = s3;
    }
    for (; i < m; i++) {
        double sum = 0.0;
        for (int k = 0; k < n; k++)
            sum += A[i * n + k] * x[k];
        y[i] = sum;
    }
}
