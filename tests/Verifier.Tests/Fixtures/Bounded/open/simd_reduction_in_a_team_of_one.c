// task: prefix_sum
// open: unsupported
// The team has one thread, and lanes all the same.
void prefix_sum_optimized(int n, const double *x, double *y)
{
    double s = 0;
    #pragma omp parallel for simd reduction(+:s) num_threads(1)
    for (int i = 0; i < n; i++) {
        y[i] = x[i] + s;
        s += x[i];
    }
}
