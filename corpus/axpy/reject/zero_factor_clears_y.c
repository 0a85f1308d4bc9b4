// expect: verification
// A shortcut for alpha == 0 that takes the product for the sum; wrong at that alpha only.
void axpy_optimized(int n, double alpha, const double *x, double *y)
{
    for (int i = 0; i < n; i++)
        y[i] = alpha == 0.0 ? 0.0 : y[i] + alpha * x[i];
}
