// task: twice_in_range
// Both ways write.
void twice_optimized(int n, const double *x, double *y)
{
    if (n % 2 == 0) {
    for (int i = 0; i < n; i++)
        y[i] = 2 * x[i];
    } else {
        for (int i = n - 1; i >= 0; i--)
            y[i] = 2 * x[i];
    }
}
