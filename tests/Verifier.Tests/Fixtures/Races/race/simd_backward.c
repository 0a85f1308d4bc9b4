void prefix(int n, double *x)
{
#pragma omp simd
    for (int i = 1; i < n; i++)
        x[i] = x[i - 1] + 1.0; //~ race
}
