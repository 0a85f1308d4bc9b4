void split(int n, double *x)
{
#pragma omp parallel for
    for (int i = 0; i < n; i++)
        x[2 * i + 1] = x[2 * i];
}
