// task: axpy
// overflow: proved
// bounds: refuted at n=1, holds when n % 4 == 0 (weakest)
// alignment: unknown: it rests on 'bounds'
void axpy_optimized(int n, double alpha, const double *x, double *y)
{
    for (int i = 0; i < n; i += 4)
        for (int k = 0; k < 4; k++)
            y[i + k] += alpha * x[i + k];
}
