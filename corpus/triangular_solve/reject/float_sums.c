// expect: verification
// The rest is kept in single precision.
void triangular_solve_optimized(int n, int m, const double *lower, const double *diagonal, double *b)
{
    for (int i = 0; i < n; i++)
        for (int j = 0; j < m; j++) {
            float rest = (float)b[i * m + j];
            for (int k = 0; k < i; k++)
                rest -= (float)(lower[i * n + k] * b[k * m + j]);
            b[i * m + j] = rest / diagonal[i];
        }
}
