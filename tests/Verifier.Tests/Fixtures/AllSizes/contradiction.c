// task: axpy
// assume: n < 0
// overflow: vacuous
// bounds: vacuous
// races: vacuous
void axpy_optimized(int n, double alpha, const double *x, double *y)
{
    for (int i = 0; i < n; i++)
        y[i] += alpha * x[i];
}
