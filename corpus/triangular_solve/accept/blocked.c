// expect: ok
// Solves blocks of 32 rows and subtracts them from all rows below as a matrix product.
enum { block = 32 };

static void solve_block(int n, int m, const double *lower, const double *diagonal, double *b, int first, int end)
{
    for (int i = first; i < end; i++) {
        for (int k = first; k < i; k++)
            for (int j = 0; j < m; j++)
                b[i * m + j] -= lower[i * n + k] * b[k * m + j];
        for (int j = 0; j < m; j++)
            b[i * m + j] /= diagonal[i];
    }
}

void triangular_solve_optimized(int n, int m, const double *lower, const double *diagonal, double *b)
{
    for (int first = 0; first < n; first += block) {
        const int end = n - first < block ? n : first + block;
        solve_block(n, m, lower, diagonal, b, first, end);
        for (int i = end; i < n; i++)
            for (int k = first; k < end; k++)
                for (int j = 0; j < m; j++)
                    b[i * m + j] -= lower[i * n + k] * b[k * m + j];
    }
}
