// expect: ok
// Sums the halves apart: rounding errors grow with the logarithm of n.
static double product_of(const double *x, const double *y, int n)
{
    if (n <= 32) {
        double sum = 0.0;
        for (int i = 0; i < n; i++)
            sum += x[i] * y[i];
        return sum;
    }
    const int half = n / 2;
    return product_of(x, y, half) + product_of(x + half, y + half, n - half);
}

double dot_optimized(int n, const double *x, const double *y)
{
    return product_of(x, y, n);
}
