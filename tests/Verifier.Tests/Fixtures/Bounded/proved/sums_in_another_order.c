// task: dot
// says: fused or not; finite values, no overflow or underflow
// A legal reassociation: infinities and cancelling giants would tell it from the reference, and must not refute it.
double dot_optimized(int n, const double *x, const double *y)
{
    double even = 0.0, odd = 0.0;
    for (int i = n - 1; i >= 0; i--)
        if (i % 2 == 0)
            even += x[i] * y[i];
        else
            odd += x[i] * y[i];
    return odd + even;
}
