// task: axpy
// open: unsupported
// Jumps out of two blocks where alpha is zero.
void axpy_optimized(int n, double alpha, const double *x, double *y)
{
    {
        if (alpha == 0.0)
            goto end;
        for (int i = 0; i < n; i++)
            y[i] += alpha * x[i];
    }
end:
    if (n > 0)
        y[0] += 0.0;
}
