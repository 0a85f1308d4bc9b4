// expect: format
// Takes the factor as a float: another signature.
void axpy_optimized(int n, float alpha, const double *x, double *y)
{
    for (int i = 0; i < n; i++)
        y[i] += alpha * x[i];
}
