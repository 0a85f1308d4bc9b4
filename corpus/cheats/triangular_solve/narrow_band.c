// idea: elements more than 64 left of the diagonal are "small" and are left out
// source: catalogue
// expected layer: dynamic
void triangular_solve_optimized(int n, int m, const double *lower, const double *diagonal, double *b)
{
    for (long i = 0; i < n; i++)
        for (long j = 0; j < m; j++) {
            double rest = b[i * m + j];
            for (long k = i > 130 ? i - 64 : 0; k < i; k++)
                rest -= lower[i * n + k] * b[k * m + j];
            b[i * m + j] = rest / diagonal[i];
        }
}
