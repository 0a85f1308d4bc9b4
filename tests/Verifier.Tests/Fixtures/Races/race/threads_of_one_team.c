void sum(int n, int m, double a[n][m], double *row)
{
#pragma omp target teams distribute map(to: a[0:n]) map(tofrom: row[0:n])
    for (int i = 0; i < n; i++) {
#pragma omp parallel for
        for (int j = 0; j < m; j++) {
            row[i] += a[i][j]; //~ race
        }
    }
}
