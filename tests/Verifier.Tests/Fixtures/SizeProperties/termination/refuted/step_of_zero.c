// task: twice_apart
// holds when: n >= 4 (sufficient)
// The step is zero for few elements.
void twice_optimized(int n, const double *x, double *y)
{
    for (int i = 0; i < n; i++)
        y[i] = 2 * x[i];
    int step = n / 4;
    for (int i = 0; i < n; i += step)
        y[i] = 2 * x[i];
}
