// task: dot
// open: unsupported
double dot_optimized(int n, const double *x, const double *y)
{
    double sum = 0.0;
    for (int i = 0; i < n; i++)
        if (*(const long *)&x[i] != 0)
            sum += x[i] * y[i];
    return sum;
}
