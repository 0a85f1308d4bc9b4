// task: axpy
// refuted: termination
void axpy_optimized(int n, double alpha, const double *x, double *y)
{
    for (int i = 0; i < n; i += 0)
        y[i] += alpha * x[i];
}
