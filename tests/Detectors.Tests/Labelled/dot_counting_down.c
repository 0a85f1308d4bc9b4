double kernel(const double *x, const double *y, int n)
{
    double a = 0.0, b = 0.0, c = 0.0;
    int left = n;
    while (left >= 3) {
        left -= 3;
        a += x[left] * y[left];
        b += x[left + 1] * y[left + 1];
        c += x[left + 2] * y[left + 2];
    }
    while (left-- > 0)
        a += x[left] * y[left];
    return a + b + c;
}
