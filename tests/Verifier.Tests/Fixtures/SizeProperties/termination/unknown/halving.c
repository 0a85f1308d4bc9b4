// task: twice_in_range
// No linear expression falls, though it ends.
void twice_optimized(int n, const double *x, double *y)
{
    for (int i = 0; i < n; i++)
        y[i] = 2 * x[i];
    for (int width = n; width > 1; width /= 2)
        y[0] = 2 * x[0];
}
