/* The column before the first is the last one of the row before (SOUNDNESS 13). */
void fill(int n, int m, double a[n][m])
{
#pragma omp parallel for
    for (int i = 1; i < n; i++)
        for (int j = 0; j < m; j++)
            a[i][j] = a[i][j - 1]; //~ race
}
