// task: axpy
// bounds: proved
// races: refuted at n=2
void axpy_optimized(int n, double alpha, const double *x, double *y)
{
    #pragma omp parallel for
    for (int i = 0; i < n; i++)
        y[i / 2] += alpha * x[i];
}
