// task: axpy
// open: unsupported
static double deeper(double x, int n)
{
    return n < 0 ? x : 1.0 + deeper(x, n + 1 - 1);
}
void axpy_optimized(int n, double alpha, const double *x, double *y)
{
    for (int i = 0; i < n; i++)
        y[i] += alpha * deeper(x[i], n);
}
