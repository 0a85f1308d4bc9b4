void two(int n, double *x, double *y)
{
#pragma omp parallel
    {
#pragma omp for
        for (int i = 0; i < n; i++)
            x[i] = 1.0;
#pragma omp for
        for (int i = 0; i < n; i++)
            y[i] = x[n - 1 - i];
    }
}
