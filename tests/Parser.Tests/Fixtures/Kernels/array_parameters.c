/* A parameter that points to variable-length arrays: its extents are computed when the function is entered. */
static void scale(int n, int m, double a[static n][m], const double b[restrict n])
{
    for (int i = 0; i < n; i++)
        for (int j = 0; j < m; j++)
            a[i][j] *= b[i];
    m = 0;
}

static double corner(int n, double a[][4][n + 1]) { return a[1][2][n]; }

/* What brackets say of the pointer itself is kept. */
typedef double row[4];
static double sum(const double a[], double b[restrict], double c[const restrict 4], const row d, double e[restrict static 4], double (*f[restrict 3])[4])
{
    return a[0] + b[0] + c[0] + d[0] + e[0] + f[0][0][1];
}

static void counts(int n, double a[n++]) { a[0] = n; }

double kernel(double *A, double *B, int n, int m)
{
    double (*view)[m] = (double (*)[m])A;
    double local[3][4] = { { 1 } }, three[2][4][3] = { { { 2 } } }, vla[n][m];
    scale(n, m, view, B);
    scale(3, 4, local, B);
    scale(n, m, vla, B);
    counts(n, B);
    return corner(2, three) + sum(A, B, A, B, A, 0);
}
