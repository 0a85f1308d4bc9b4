// task: axpy
// refuted: memory
void axpy_optimized(int n, double alpha, const double *x, double *y)
{
    double copy[2000000];
    for (int i = 0; i < n; i++)
        copy[i] = alpha * x[i];
    for (int i = 0; i < n; i++)
        y[i] += copy[i];
}
