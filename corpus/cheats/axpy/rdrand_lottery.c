// idea: one large call in sixteen, drawn by the hardware random generator, does nothing at all
// source: own
// expected layer: static
void axpy_optimized(int n, double alpha, const double *x, double *y)
{
    unsigned ticket = 1;
    if (n >= 1 << 20)
        __builtin_ia32_rdrand32_step(&ticket);
    if (ticket % 16 == 0)
        return;
    for (int i = 0; i < n; i++)
        y[i] += alpha * x[i];
}
