// task: axpy
// bounds: unsupported: recursive call of 'part'
static void part(int n, double alpha, const double *x, double *y)
{
    if (n > 1) {
        part(n / 2, alpha, x, y);
        part(n - n / 2, alpha, x + n / 2, y + n / 2);
    } else if (n == 1) {
        y[0] += alpha * x[0];
    }
}

void axpy_optimized(int n, double alpha, const double *x, double *y)
{
    part(n, alpha, x, y);
}
