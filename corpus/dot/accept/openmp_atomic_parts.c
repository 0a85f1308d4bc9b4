// expect: ok
// Each thread adds its own sum to the total once, atomically.
double dot_optimized(int n, const double *x, const double *y)
{
    double total = 0.0;
#pragma omp parallel
    {
        double own = 0.0;
#pragma omp for nowait
        for (int i = 0; i < n; i++)
            own += x[i] * y[i];
#pragma omp atomic
        total += own;
    }
    return total;
}
