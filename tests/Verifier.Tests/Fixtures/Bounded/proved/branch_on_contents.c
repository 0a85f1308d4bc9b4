// task: prefix_sum
// A condition on contents whose two sides come to the same: both are run, and their stores joined.
void prefix_sum_optimized(int n, const double *x, double *y)
{
    double sum = 0.0;
    for (int i = 0; i < n; i++) {
        if (x[i] > 0.0)
            sum = sum + x[i];
        else
            sum = x[i] + sum;
        y[i] = sum;
    }
}
