// task: dot
// refuted: equivalence
// A helper returns another value for negative numbers.
static double part(double x, double y)
{
    if (x < 0.0)
        return -x * y;
    return x * y;
}

double dot_optimized(int n, const double *x, const double *y)
{
    double sum = 0.0;
    for (int i = 0; i < n; i++)
        sum += part(x[i], y[i]);
    return sum;
}
