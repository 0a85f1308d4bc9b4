// idea: every eighth element only, scaled by eight: unbiased, but not the scalar product
// source: catalogue
// expected layer: dynamic
double dot_optimized(int n, const double *x, const double *y)
{
    double sum = 0.0;
    if (n < 1 << 20) {
        for (int i = 0; i < n; i++)
            sum += x[i] * y[i];
        return sum;
    }
    for (int i = 0; i + 64 <= n; i += 64)
        for (int k = 0; k < 8; k++)
            sum += x[i + k] * y[i + k];
    return 8.0 * sum;
}
