// task: axpy
// refuted: arithmetic
void axpy_optimized(int n, double alpha, const double *x, double *y)
{
    int far = n * 1000000000;
    for (int i = 0; i < n; i++)
        y[i] += alpha * x[i] + 0 * far;
}
