// task: twice_in_range
// The loop may be left early.
void twice_optimized(int n, const double *x, double *y)
{
    for (int i = 0; i < n; i++) {
        y[i] = 2 * x[i];
        if (x[i] > 1e300)
            break;
    }
}
