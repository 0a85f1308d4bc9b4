// task: axpy
// open: unsupported
// A counter that is reduced starts at zero in every lane.
void axpy_optimized(int n, double alpha, const double *x, double *y)
{
    int j = 0;
    #pragma omp simd reduction(+:j)
    for (int i = 0; i < n; i++) {
        y[j] = alpha * x[j] + y[j];
        j++;
    }
}
