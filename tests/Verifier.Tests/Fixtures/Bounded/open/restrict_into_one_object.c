// task: axpy
// open: unsupported
static void add(double *restrict to, const double *from, double alpha, const double *x)
{
    *to = *from + alpha * *x;
}
void axpy_optimized(int n, double alpha, const double *x, double *y)
{
    for (int i = 0; i < n; i++)
        add(y + i, y + i, alpha, x + i);
}
