// task: twice_anywhere
// open: unsupported
void twice_optimized(int n, const double *x, double *y)
{
#pragma omp simd
    for (int i = 0; i < n; i++)
        y[i] = 2 * x[i];
}
