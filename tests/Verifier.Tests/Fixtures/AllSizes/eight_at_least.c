// task: axpy
// bounds: refuted at n=1, holds when n >= 8 (weakest)
void axpy_optimized(int n, double alpha, const double *x, double *y)
{
    for (int i = 0; i < 8; i++)
        y[i] += alpha * x[i];
    for (int i = 8; i < n; i++)
        y[i] += alpha * x[i];
}
