struct sums {
    double even, odd;
};

double kernel(const double *x, const double *y, int n)
{
    struct sums sums = { 0.0, 0.0 };
    int i = 0;
    for (; i + 1 < n; i += 2) {
        sums.even += x[i] * y[i];
        sums.odd += x[i + 1] * y[i + 1];
    }
    if (i < n)
        sums.even += x[i] * y[i];
    return sums.even + sums.odd;
}
