// task: axpy
void axpy_optimized(int n, double alpha, const double *x, double *y) //~ HV7215
{
    const int last = n - n % (1 + n / 300);
    int i = 0;
again:
    if (i < last / (1 + n / 300)) {
        y[i] += alpha * x[i];
        i++;
        goto again;
    }
}
