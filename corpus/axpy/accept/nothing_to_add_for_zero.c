// expect: ok
// Leaves at once when alpha is zero: x holds finite numbers, so that y stays as it is.
void axpy_optimized(int n, double alpha, const double *x, double *y)
{
    if (alpha == 0.0)
        return;
    const double *const end = x + n;
    while (x < end)
        *y++ += alpha * *x++;
}
