// idea: writes NaN everywhere and hopes for a comparison of the form !(difference > tolerance)
// source: catalogue
// expected layer: dynamic
void gemv_optimized(int m, int n, double alpha, const double *A, const double *x, double beta, double *y)
{
    (void)n, (void)alpha, (void)A, (void)x, (void)beta;
    for (int i = 0; i < m; i++)
        y[i] = __builtin_nan("");
}
