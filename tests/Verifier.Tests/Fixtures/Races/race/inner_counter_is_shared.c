void fill(int n, double a[][100])
{
    int j;
#pragma omp parallel for
    for (int i = 0; i < n; i++)
        for (j = 0; j < 100; j++) //~ race
            a[i][j] = 1.0;        //~ race
}
