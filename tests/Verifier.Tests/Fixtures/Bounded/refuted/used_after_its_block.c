// task: axpy
// refuted: memory
void axpy_optimized(int n, double alpha, const double *x, double *y)
{
    for (int i = 0; i < n; i++) {
        const double *product;
        {
            double kept[1] = { alpha * x[i] };
            product = kept;
        }
        y[i] += *product;
    }
}
