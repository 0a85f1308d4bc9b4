void kernel(double alpha, const double *x, const double *y, double *z, int n)
{
    for (int i = 0; i < n; i++) {
        __builtin_prefetch(x + i + 64);
        __builtin_prefetch(y + i + 64);
        z[i] = alpha * x[i] + y[i];
    }
}
