// expect: timeout
// Blocks of an eighth of the rows: for n < 8 a block has none, and the loop over blocks does not advance.
void triangular_solve_optimized(int n, int m, const double *lower, const double *diagonal, double *b)
{
    const int block = n / 8;
    for (int first = 0; first < n; first += block) {
        const int end = n - first < block ? n : first + block;
        for (int i = first; i < end; i++)
            for (int j = 0; j < m; j++) {
                double rest = b[i * m + j];
                for (int k = 0; k < i; k++)
                    rest -= lower[i * n + k] * b[k * m + j];
                b[i * m + j] = rest / diagonal[i];
            }
    }
}
