// expect: runtime
// Copies the first element without asking whether there is one; writes outside for n = 0.
void prefix_sum_optimized(int n, const double *x, double *y)
{
    y[0] = x[0];
    for (int i = 1; i < n; i++)
        y[i] = y[i - 1] + x[i];
}
