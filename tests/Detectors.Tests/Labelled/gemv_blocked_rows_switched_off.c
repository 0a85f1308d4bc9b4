void kernel(const double *A, const double *x, double *y, int m, int n)
{
    int i = 0;
    if (0) {
        for (; i < m; i += 2) {
            double s0 = 0.0, s1 = 0.0;
            for (int k = 0; k < n; k++) {
                __builtin_prefetch(&A[(i + 2) * n + k]);
                s0 += A[i * n + k] * x[k];
                s1 += A[(i + 1) * n + k] * x[k];
            }
            y[i] = s0;
            y[i + 1] = s1;
        }
    }
    for (; i < m; i++) {
        double sum = 0.0;
        for (int k = 0; k < n; k++)
            sum += A[i * n + k] * x[k];
        y[i] = sum;
    }
}
