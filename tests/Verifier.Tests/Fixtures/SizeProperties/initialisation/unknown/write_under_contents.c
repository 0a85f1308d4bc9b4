// task: twice_in_range
// Whether it is written depends on contents.
void twice_optimized(int n, const double *x, double *y)
{
    double twice[1];
    for (int i = 0; i < n; i++) {
        if (x[i] > 0)
            twice[0] = x[i];
        y[i] = x[i] > 0 ? 2 * twice[0] : 2 * x[i];
    }
}
