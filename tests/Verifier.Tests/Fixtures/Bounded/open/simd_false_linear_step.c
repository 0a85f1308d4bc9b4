// task: axpy
// open: unsupported
// The clause says that j grows by two, and it grows by one.
void axpy_optimized(int n, double alpha, const double *x, double *y)
{
    int j = 0;
    #pragma omp simd linear(j:2)
    for (int i = 0; i < n; i++) {
        y[j] = alpha * x[j] + y[j];
        j++;
    }
}
