// expect: verification
// Leaves each element out of its own sum: the exclusive prefix sums.
void prefix_sum_optimized(int n, const double *x, double *y)
{
    double sum = 0.0;
    for (int i = 0; i < n; i++) {
        y[i] = sum;
        sum += x[i];
    }
}
