// task: half_axpy
void half_axpy_optimized(int n, _Float16 alpha, const _Float16 *x, _Float16 *y)
{
    for (int i = 0; i < n; i++)
        y[i] = (_Float16)((float)alpha * (float)x[i] + (float)y[i]); //= HV7209
}
