// expect: runtime
// Multiplies into x, which belongs to the caller.
void axpy_optimized(int n, double alpha, const double *x, double *y)
{
    double *scaled = (double *)x;
    for (int i = 0; i < n; i++)
        scaled[i] *= alpha;
    for (int i = 0; i < n; i++)
        y[i] += scaled[i];
}
