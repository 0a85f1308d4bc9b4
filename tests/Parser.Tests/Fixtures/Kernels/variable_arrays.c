/* Extents known at run time only, in every place an array type can stand. */
void scale(double *a, int m, int n, double s)
{
    double (*rows)[n] = (double (*)[n])a;
    double sums[m], pair[2][n], block[m][4];
    for (int i = 0; i < m; i++) {
        sums[i] = 0.0;
        for (int j = 0; j < n; j++)
            sums[i] += rows[i][j];
        block[i][i & 3] = pair[i & 1][0] = sums[i] * s;
    }
    a[0] = block[m - 1][0] + pair[1][n - 1];
}
