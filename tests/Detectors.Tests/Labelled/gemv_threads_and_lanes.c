void kernel(const double *A, const double *x, double *y, int m, int n)
{
#pragma omp parallel for
    for (int i = 0; i < m; i++) {
        double sum = 0.0;
#pragma omp simd reduction(+ : sum)
        for (int k = 0; k < n; k++)
            sum += A[i * n + k] * x[k];
        y[i] = sum;
    }
}
