void sum(int n, double a[][100], double *sums)
{
#pragma omp parallel for collapse(2)
    for (int i = 0; i < n; i++)
        for (int j = 0; j < 100; j++)
            sums[i] += a[i][j]; //~ race
}
