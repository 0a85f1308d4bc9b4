double kernel(const double *x, const double *y, int n)
{
    double sum = 0.0, norm = 0.0;
    for (int i = 0; i < n; i++) {
        sum += x[i] * y[i];
        norm += x[i] * x[i];
    }
    (void)norm;
    return sum;
}
