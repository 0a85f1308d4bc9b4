// expect: runtime
// Sums in place in x, which belongs to the caller, and copies afterwards.
void prefix_sum_optimized(int n, const double *x, double *y)
{
    double *sums = (double *)x;
    for (int i = 1; i < n; i++)
        sums[i] += sums[i - 1];
    for (int i = 0; i < n; i++)
        y[i] = sums[i];
}
