// task: axpy
void axpy_optimized(int n, double alpha, const double *x, double *y)
{
    static const int order[4] = { 2, 0, 3, 1 };
    int i = 0;
    for (; i + 4 <= n; i += 4)
        for (int k = 0; k < 4; k++)
            y[i + order[k]] += alpha * x[i + order[k]];
    for (; i < n; i++)
        y[i] += alpha * x[i];
}
