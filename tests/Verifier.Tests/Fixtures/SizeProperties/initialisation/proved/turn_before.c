// task: prefix_sum
// What the turn before wrote.
void prefix_sum_optimized(int n, const double *x, double *y)
{
    if (n > 0)
        y[0] = x[0];
    for (int i = 1; i < n; i++)
        y[i] = y[i - 1] + x[i];
}
