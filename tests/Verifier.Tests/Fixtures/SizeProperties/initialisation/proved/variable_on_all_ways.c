// task: twice_in_range
// Both ways assign it.
void twice_optimized(int n, const double *x, double *y)
{
    for (int i = 0; i < n; i++) {
        double twice;
        if (x[i] > 0)
            twice = 2 * x[i];
        else
            twice = x[i] + x[i];
        y[i] = twice;
    }
}
