// task: axpy
// refuted: equivalence
void axpy_optimized(int n, double alpha, const double *x, double *y)
{
    for (int i = 0; i < (n > 300 ? 300 : n); i++)
        y[i] += alpha * x[i];
}
