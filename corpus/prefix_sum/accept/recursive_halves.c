// expect: ok
// Sums both halves by themselves and adds the total of the left one to the right one.
static void sum_range(double *y, int count)
{
    if (count < 2)
        return;
    const int half = count / 2;
    sum_range(y, half);
    sum_range(y + half, count - half);
    const double left = y[half - 1];
    for (int i = half; i < count; i++)
        y[i] += left;
}

void prefix_sum_optimized(int n, const double *x, double *y)
{
    for (int i = 0; i < n; i++)
        y[i] = x[i];
    sum_range(y, n);
}
