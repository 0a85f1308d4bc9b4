// task: axpy
// SOUNDNESS 15: no size that anybody has is left out, and what is left out is said.
// overflow: proved for all sizes with n <= 2147475455
// bounds: proved for all sizes with n <= 2147475455
void axpy_optimized(int n, double alpha, const double *x, double *y)
{
    const int padded = n + 8192;
    for (int i = 0; i < padded - 8192; i++)
        y[i] += alpha * x[i];
}
