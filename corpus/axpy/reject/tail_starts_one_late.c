// expect: verification
// The scalar tail starts after its first element; wrong unless n % 4 == 0.
void axpy_optimized(int n, double alpha, const double *x, double *y)
{
    const int whole = n - n % 4;
    for (int i = 0; i < whole; i++)
        y[i] += alpha * x[i];
    for (int i = whole + 1; i < n; i++)
        y[i] += alpha * x[i];
}
