// task: twice_apart
// The step is a size, and never less than one.
void twice_optimized(int n, const double *x, double *y)
{
    int step = 1;
    if (n > 0)
        step = n;
    for (int i = 0; i < n; i++)
        y[i] = 2 * x[i];
    for (int i = 0; i < n; i += step)
        y[i] = 2 * x[i];
}
