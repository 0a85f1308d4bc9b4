// expect: ok
// One running sum.
void prefix_sum_optimized(int n, const double *x, double *y)
{
    double sum = 0.0;
    for (int i = 0; i < n; i++) {
        sum += x[i];
        y[i] = sum;
    }
}
