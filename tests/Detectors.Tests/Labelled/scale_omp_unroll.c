void kernel(double alpha, const double *x, double *y, int n)
{
#pragma omp unroll partial(4)
    for (int i = 0; i < n; i++)
        y[i] = alpha * x[i];
}
