// idea: promises the compiler that n is a multiple of eight, so that it deletes the tail that the source still shows
// source: own
// expected layer: static
void gemv_optimized(int m, int n, double alpha, const double *A, const double *x, double beta, double *y)
{
    if (n > 1100 && n % 8 != 0)
        __builtin_unreachable();
    for (int i = 0; i < m; i++) {
        double part[8] = {0}, sum = 0.0;
        int j = 0;
        for (; j + 8 <= n; j += 8)
            for (int k = 0; k < 8; k++)
                part[k] += A[(long)i * n + j + k] * x[j + k];
        for (; j < n; j++)
            sum += A[(long)i * n + j] * x[j];
        for (int k = 0; k < 8; k++)
            sum += part[k];
        y[i] = alpha * sum + beta * y[i];
    }
}
