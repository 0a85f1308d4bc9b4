// expect: runtime
// Strides b by n; leaves it where n > m.
void triangular_solve_optimized(int n, int m, const double *lower, const double *diagonal, double *b)
{
    for (int i = 0; i < n; i++)
        for (int j = 0; j < m; j++) {
            double rest = b[i * n + j];
            for (int k = 0; k < i; k++)
                rest -= lower[i * n + k] * b[k * n + j];
            b[i * n + j] = rest / diagonal[i];
        }
}
