// expect: ok
// Threads share the loop, vectors share each part.
void axpy_optimized(int n, double alpha, const double *x, double *y)
{
#pragma omp parallel for simd schedule(static)
    for (int i = 0; i < n; i++)
        y[i] += alpha * x[i];
}
