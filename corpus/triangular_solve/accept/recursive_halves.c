// expect: ok
// Solves the upper half, subtracts it from the lower half, and solves that.
static void solve(int n, int m, const double *lower, const double *diagonal, double *b, int first, int end)
{
    if (end - first == 0)
        return;
    if (end - first == 1) {
        for (int j = 0; j < m; j++)
            b[first * m + j] /= diagonal[first];
        return;
    }
    const int middle = first + (end - first) / 2;
    solve(n, m, lower, diagonal, b, first, middle);
    for (int i = middle; i < end; i++)
        for (int k = first; k < middle; k++)
            for (int j = 0; j < m; j++)
                b[i * m + j] -= lower[i * n + k] * b[k * m + j];
    solve(n, m, lower, diagonal, b, middle, end);
}

void triangular_solve_optimized(int n, int m, const double *lower, const double *diagonal, double *b)
{
    solve(n, m, lower, diagonal, b, 0, n);
}
