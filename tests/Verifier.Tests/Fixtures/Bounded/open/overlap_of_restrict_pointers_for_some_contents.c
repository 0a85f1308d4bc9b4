// task: twice_anywhere
// open: unsupported
void twice_optimized(int n, const double *restrict x, double *restrict y)
{
    for (int i = 0; i < n; i++)
        if (x[i] > 0)
            y[i] = 2 * x[i];
        else
            y[i] = x[i] + x[i];
}
