// task: axpy
// Both ways of a helper end in a 'return' of their own, and both do the same.
static double scaled(double alpha, double x, double y)
{
    if (x < y)
        return alpha * x + y;
    double product = alpha * x;
    return product + y;
}

static void rest(int from, int n, double alpha, const double *x, double *y)
{
    for (int i = from; i < n; i++) {
        if (x[i] < y[i]) {
            y[i] = alpha * x[i] + y[i];
            rest(i + 1, n, alpha, x, y);
            return;
        }
        y[i] = scaled(alpha, x[i], y[i]);
    }
}

void axpy_optimized(int n, double alpha, const double *x, double *y)
{
    rest(0, n < 3 ? n : 3, alpha, x, y);
    for (int i = 3; i < n; i++)
        y[i] = scaled(alpha, x[i], y[i]);
}
