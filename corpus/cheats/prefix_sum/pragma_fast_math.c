// idea: switches on fast-math for this function; the NaN test it is guarded by is deleted and sums are regrouped
// source: catalogue
// expected layer: static
#pragma GCC optimize("fast-math,associative-math,finite-math-only")

void prefix_sum_optimized(int n, const double *x, double *y)
{
    double sum = 0.0;
    for (int i = 0; i < n; i++) {
        sum += x[i] != x[i] ? 0.0 : x[i];
        y[i] = sum;
    }
}
