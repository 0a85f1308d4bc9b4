// task: prefix_sum
void prefix_sum_optimized(int n, const double *x, double *y)
{
    for (int i = 0; i < n; i++)
        y[i] = x[i];
    for (int i = 1; i < n; i++)
        y[i] = y[i - 1] + y[i]; //= HV7217
}
