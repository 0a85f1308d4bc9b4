// task: axpy
// refuted: races
void axpy_optimized(int n, double alpha, const double *x, double *y)
{
#pragma omp parallel
    {
#pragma omp for schedule(dynamic) nowait
        for (int i = 0; i < n; i++)
            y[i] += alpha * x[i];
#pragma omp single
        if (n > 0)
            y[0] += 0.0 * y[n - 1];
    }
}
