// expect: runtime
// Blocks of 32 rows, the last one too; leaves the arrays unless n % 32 == 0.
enum { block = 32 };

void triangular_solve_optimized(int n, int m, const double *lower, const double *diagonal, double *b)
{
    for (int first = 0; first < n; first += block)
        for (int i = first; i < first + block; i++) {
            for (int k = 0; k < i; k++)
                for (int j = 0; j < m; j++)
                    b[i * m + j] -= lower[i * n + k] * b[k * m + j];
            for (int j = 0; j < m; j++)
                b[i * m + j] /= diagonal[i];
        }
}
