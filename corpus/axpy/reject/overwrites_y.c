// expect: verification
// Stores the product and forgets what y held; wrong at every size but 0.
void axpy_optimized(int n, double alpha, const double *x, double *y)
{
    for (int i = 0; i < n; i++)
        y[i] = alpha * x[i];
}
