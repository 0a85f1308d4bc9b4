void scale(int n, double a[n][100])
{
    int i, j;
#pragma omp parallel for ordered(2)
    for (i = 1; i < n; i++)
        for (j = 0; j < 100; j++) {
#pragma omp ordered depend(sink : i - 1, j)
            a[i][j] *= 2;
#pragma omp ordered depend(source)
        }
}
