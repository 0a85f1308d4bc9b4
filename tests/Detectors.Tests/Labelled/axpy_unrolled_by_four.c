void kernel(double alpha, const double *x, double *y, int n)
{
    const int whole = n - n % 4;
    for (int i = 0; i < whole; i += 4) {
        y[i] += alpha * x[i];
        y[i + 1] += alpha * x[i + 1];
        y[i + 2] += alpha * x[i + 2];
        y[i + 3] += alpha * x[i + 3];
    }
    for (int i = whole; i < n; i++)
        y[i] += alpha * x[i];
}
