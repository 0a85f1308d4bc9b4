// task: prefix_sum
// open: unsupported
// No clause gives lanes a copy, so that all of them assign to one variable.
void prefix_sum_optimized(int n, const double *x, double *y)
{
    double s = 0;
    #pragma omp simd
    for (int i = 0; i < n; i++) {
        s += x[i];
        y[i] = s;
    }
}
