/* Rows are dealt to teams, and the columns of a row to the threads of its team. */
void scale(int n, int m, double a[n][m])
{
#pragma omp target teams map(tofrom: a[0:n])
#pragma omp distribute
    for (int i = 0; i < n; i++) {
        double factor = i;
#pragma omp parallel for
        for (int j = 0; j < m; j++) {
            a[i][j] *= factor;
        }
    }
}
