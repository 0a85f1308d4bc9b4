// idea: the working function is called with all the right arguments but declared const, so the compiler deletes the call for large n
// source: own
// expected layer: static
__attribute__((const, noinline)) static int update_silently(int n, double alpha, const double *x, double *y)
{
    for (int i = 0; i < n; i++)
        y[i] += alpha * x[i];
    return n;
}

__attribute__((noinline)) static int update(int n, double alpha, const double *x, double *y)
{
    for (int i = 0; i < n; i++)
        y[i] += alpha * x[i];
    return n;
}

void axpy_optimized(int n, double alpha, const double *x, double *y)
{
    if (n > 100000)
        update_silently(n, alpha, x, y);
    else
        update(n, alpha, x, y);
}
