void fill(int n, double a[][100])
{
#pragma omp parallel for collapse(2)
    for (int i = 0; i < n; i++)
        for (int j = 0; j < 100; j++)
            a[i][j] += 1.0;
}
