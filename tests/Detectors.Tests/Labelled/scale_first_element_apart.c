void kernel(double alpha, const double *x, double *y, int n)
{
    double most = 0.0;
    if (n > 0)
        y[0] = alpha * x[0];
    for (int i = 1; i < n; i++)
        y[i] = alpha * x[i];
    for (int i = 0; i < n; i++)
        most = x[i] > most ? x[i] : most;
    if (n > 0)
        y[n] = most;
}
