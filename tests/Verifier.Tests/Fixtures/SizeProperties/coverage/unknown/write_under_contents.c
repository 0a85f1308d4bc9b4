// task: twice_in_range
// One element is written for some contents only.
void twice_optimized(int n, const double *x, double *y)
{
    for (int i = 0; i < n; i++)
        if (x[i] < 1e300)
            y[i] = 2 * x[i];
}
