// task: twice_in_range
// The counter stands still at the fifth element.
void twice_optimized(int n, const double *x, double *y)
{
    for (int i = 0; i < n; i++)
        y[i] = 2 * x[i];
    int i = 0;
    while (i < n) {
        if (i != 4)
            i++;
    }
}
