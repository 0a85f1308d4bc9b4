// task: axpy
// assume: n % 4 == 0
// overflow: proved
// bounds: proved
// races: proved
void axpy_optimized(int n, double alpha, const double *x, double *y)
{
    for (int i = 0; i < n; i += 4)
        for (int k = 0; k < 4; k++)
            y[i + k] += alpha * x[i + k];
}
