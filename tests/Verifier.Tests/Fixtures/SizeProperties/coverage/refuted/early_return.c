// task: twice_in_range
// holds when: n >= 4 || n == 0 (weakest)
// Few elements are not looked at.
void twice_optimized(int n, const double *x, double *y)
{
    if (n < 4)
        return;
    for (int i = 0; i < n; i++)
        y[i] = 2 * x[i];
}
