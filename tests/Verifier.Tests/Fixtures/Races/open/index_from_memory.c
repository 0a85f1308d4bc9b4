void scatter(int n, const int *where, double *x)
{
#pragma omp parallel for
    for (int i = 0; i < n; i++)
        x[where[i]] = 1.0;
}
