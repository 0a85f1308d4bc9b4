static inline void touch(const void *address)
{
    __builtin_prefetch(address, 0, 3);
}

void kernel(const double *A, const double *x, double *y, int m, int n)
{
    for (int i = 0; i < m; i++) {
        double sum = 0.0;
        for (int k = 0; k < n; k++) {
            touch(&A[i * n + k + 32]);
            sum += A[i * n + k] * x[k];
        }
        y[i] = sum;
    }
}
