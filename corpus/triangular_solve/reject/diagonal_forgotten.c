// expect: format
// Takes no diagonal: another signature.
void triangular_solve_optimized(int n, int m, const double *lower, double *b)
{
    for (int i = 0; i < n; i++)
        for (int j = 0; j < m; j++) {
            double rest = b[i * m + j];
            for (int k = 0; k < i; k++)
                rest -= lower[i * n + k] * b[k * m + j];
            b[i * m + j] = rest / lower[i * n + i];
        }
}
