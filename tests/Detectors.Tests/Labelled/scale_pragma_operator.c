#define LANES _Pragma("omp simd aligned(x, y : 64)")

void kernel(double alpha, const double *x, double *y, int n)
{
    LANES
    for (int i = 0; i < n; i++)
        y[i] = alpha * x[i];
}
