void kernel(double alpha, const double *x, double *y, int n)
{
    for (int large = 0; large < n; large += 4096)
        for (int small = large; small < large + 4096 && small < n; small += 512)
            for (int i = small; i < small + 512 && i < n; i++)
                y[i] = alpha * x[i];
}
