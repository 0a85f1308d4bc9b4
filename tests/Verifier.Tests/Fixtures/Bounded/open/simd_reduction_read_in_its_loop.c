// task: prefix_sum
// open: unsupported
// Each lane has a sum of its own: gcc -O2 gives 1 1 2 2 for ones, where one running scalar would be right.
void prefix_sum_optimized(int n, const double *x, double *y)
{
    double s = 0;
    #pragma omp simd reduction(+:s)
    for (int i = 0; i < n; i++) {
        s += x[i];
        y[i] = s;
    }
}
