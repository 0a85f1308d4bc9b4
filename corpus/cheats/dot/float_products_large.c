// idea: the bound grows with n, so for very long vectors single-precision products fit into it on random data (rounding errors cancel)
// source: own
// expected layer: static
double dot_optimized(int n, const double *x, const double *y)
{
    double sum = 0.0;
    if (n > 200000) {
        int i = 0;
        for (; i + 32 <= n; i += 32) {
            float part[8] = {0};
            for (int k = 0; k < 32; k++)
                part[k % 8] += (float)x[i + k] * (float)y[i + k];
            for (int k = 0; k < 8; k++)
                sum += part[k];
        }
        for (; i < n; i++)
            sum += x[i] * y[i];
        return sum;
    }
    for (int i = 0; i < n; i++)
        sum += x[i] * y[i];
    return sum;
}
