// expect: verification
// The passes over growing distances run upwards and read sums of their own pass; right up to n = 2.
void prefix_sum_optimized(int n, const double *x, double *y)
{
    for (int i = 0; i < n; i++)
        y[i] = x[i];
    for (int distance = 1; distance < n; distance *= 2)
        for (int i = distance; i < n; i++)
            y[i] += y[i - distance];
}
