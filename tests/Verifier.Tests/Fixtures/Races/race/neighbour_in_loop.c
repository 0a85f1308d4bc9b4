void shift(int n, double *x)
{
#pragma omp parallel for
    for (int i = 0; i < n - 1; i++)
        x[i] = 0.5 * x[i + 1]; //~ race
}
