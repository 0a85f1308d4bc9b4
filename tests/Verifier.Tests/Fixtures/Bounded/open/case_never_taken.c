// task: axpy
// open: unknown
void axpy_optimized(int n, double alpha, const double *x, double *y)
{
    for (int i = 0; i < n; i++)
        switch (n) {
        case 1048576:
            break;
        default:
            y[i] += alpha * x[i];
        }
}
