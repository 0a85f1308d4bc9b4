static void with_directives(double alpha, const double *x, double *y, int n)
{
#pragma omp parallel for simd
    for (int i = 0; i < n; i++)
        y[i] = alpha * x[i];
}

void kernel(double alpha, const double *x, double *y, int n)
{
    for (int i = 0; i < n; i++)
        y[i] = alpha * x[i];
}
