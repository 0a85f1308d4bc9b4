static void rows(const double *A, const double *x, double *y, int m, int n)
{
#pragma omp for schedule(guided)
    for (int i = 0; i < m; i++) {
        double sum = 0.0;
        for (int k = 0; k < n; k++)
            sum += A[i * n + k] * x[k];
        y[i] = sum;
    }
}

void kernel(const double *A, const double *x, double *y, int m, int n)
{
#pragma omp parallel
    rows(A, x, y, m, n);
}
