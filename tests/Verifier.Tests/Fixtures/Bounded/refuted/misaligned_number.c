// task: axpy
// refuted: memory
void axpy_optimized(int n, double alpha, const double *x, double *y)
{
    char bytes[16];
    double *inside = (double *)(bytes + 4);
    for (int i = 0; i < n; i++) {
        *inside = alpha * x[i];
        y[i] += *inside;
    }
}
