// expect: ok
// Adds the element at distance 1, 2, 4, ... in log n passes, each downwards so that it reads what the pass before left.
void prefix_sum_optimized(int n, const double *x, double *y)
{
    for (int i = 0; i < n; i++)
        y[i] = x[i];
    for (long distance = 1; distance < n; distance *= 2)
        for (long i = n - 1; i >= distance; i--)
            y[i] += y[i - distance];
}
