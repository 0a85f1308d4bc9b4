// task: overlapping
void overlapping_optimized(int n, const double *x, double *y)
{
    if (y <= x) //= HV7207
        for (int i = 0; i < n; i++)
            y[i] = 2.0 * x[i];
    else
        for (int i = n - 1; i >= 0; i--)
            y[i] = 2.0 * x[i];
}
