// expect: ok
// As soon as a row of X is known, subtracts it from all rows below; multiplies by reciprocals.
void triangular_solve_optimized(int n, int m, const double *lower, const double *diagonal, double *b)
{
    for (int k = 0; k < n; k++) {
        const double reciprocal = 1.0 / diagonal[k];
        for (int j = 0; j < m; j++)
            b[k * m + j] *= reciprocal;
        for (int i = k + 1; i < n; i++) {
            const double factor = lower[i * n + k];
            for (int j = 0; j < m; j++)
                b[i * m + j] -= factor * b[k * m + j];
        }
    }
}
