void prefix(int n, double *x)
{
#pragma omp simd safelen(4)
    for (int i = 4; i < n; i++)
        x[i] = x[i - 4] + 1.0;
}
