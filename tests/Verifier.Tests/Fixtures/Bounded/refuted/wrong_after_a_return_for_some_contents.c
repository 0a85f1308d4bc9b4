// task: axpy
// refuted: equivalence
// Right until a helper goes on where alpha is not zero: what it stores then counts.
static void finish(int n, double alpha, double *y)
{
    if (alpha == 0.0)
        return;
    for (int i = 0; i < n; i++)
        y[i] = 7.0;
}

void axpy_optimized(int n, double alpha, const double *x, double *y)
{
    for (int i = 0; i < n; i++)
        y[i] += alpha * x[i];
    finish(n, alpha, y);
}
