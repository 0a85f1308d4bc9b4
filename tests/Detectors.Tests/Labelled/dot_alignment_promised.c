double kernel(const double *x, const double *y, int n)
{
    const double *const u = __builtin_assume_aligned(x, 64);
    const double *const v = __builtin_assume_aligned(y, 64);
    double sum = 0.0;
    for (int i = 0; i < n; i++)
        sum += u[i] * v[i];
    return sum;
}
