// task: twice_apart
// open: unsupported
void twice_optimized(int n, const double *x, double *y)
{
    double other[1] = { 2 };
    double factor = x <= other ? 2 : 2;
    for (int i = 0; i < n; i++)
        y[i] = factor * x[i];
}
