void kernel(const double *x, double *sums, int n)
{
    if (n > 0)
        sums[0] = x[0];
    for (int i = 1; i < n; i++)
        sums[i] = sums[i - 1] + x[i];
}
