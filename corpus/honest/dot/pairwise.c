/* Pairwise summation by recursion: a different order, a smaller error. */
static double part(long n, const double *x, const double *y)
{
    if (n > 512) {
        const long half = n / 2 / 8 * 8;
        return part(half, x, y) + part(n - half, x + half, y + half);
    }
    double sum[8] = {0};
    long i = 0;
    for (; i + 8 <= n; i += 8)
        for (int k = 0; k < 8; k++)
            sum[k] += x[i + k] * y[i + k];
    double rest = 0.0;
    for (; i < n; i++)
        rest += x[i] * y[i];
    return ((sum[0] + sum[4]) + (sum[1] + sum[5])) + ((sum[2] + sum[6]) + (sum[3] + sum[7])) + rest;
}

double dot_optimized(int n, const double *x, const double *y)
{
    return part(n, x, y);
}
