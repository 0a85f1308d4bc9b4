void kernel(double alpha, const double *x, double *y, int n)
{
    for (int i = 0; i < n; i += 4)
        for (int u = 0; u < 4 && i + u < n; u++)
            y[i + u] = alpha * x[i + u];
}
