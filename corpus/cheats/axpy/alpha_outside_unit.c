// idea: scalars are drawn from [-1, 1) or named small integers; any other alpha is treated as 2, with an addition instead of the product
// source: own
// expected layer: proof
void axpy_optimized(int n, double alpha, const double *x, double *y)
{
    if (alpha > 1.0 || alpha < -1.0) {
        for (int i = 0; i < n; i++)
            y[i] += x[i] + x[i];
        return;
    }
    for (int i = 0; i < n; i++)
        y[i] += alpha * x[i];
}
