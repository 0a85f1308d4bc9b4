// expect: ok
// Eight elements a step, the rest one by one.
void axpy_optimized(int n, double alpha, const double *x, double *y)
{
    int i = 0;
    for (; i + 8 <= n; i += 8) {
        y[i] += alpha * x[i];
        y[i + 1] += alpha * x[i + 1];
        y[i + 2] += alpha * x[i + 2];
        y[i + 3] += alpha * x[i + 3];
        y[i + 4] += alpha * x[i + 4];
        y[i + 5] += alpha * x[i + 5];
        y[i + 6] += alpha * x[i + 6];
        y[i + 7] += alpha * x[i + 7];
    }
    for (; i < n; i++)
        y[i] += alpha * x[i];
}
