// expect: ok
// Right-hand sides do not depend on each other: threads over panels of 16.
enum { panel = 16 };

void triangular_solve_optimized(int n, int m, const double *lower, const double *diagonal, double *b)
{
#pragma omp parallel for schedule(static)
    for (int first = 0; first < m; first += panel) {
        const int end = m - first < panel ? m : first + panel;
        for (int i = 0; i < n; i++) {
            for (int k = 0; k < i; k++)
                for (int j = first; j < end; j++)
                    b[i * m + j] -= lower[i * n + k] * b[k * m + j];
            for (int j = first; j < end; j++)
                b[i * m + j] /= diagonal[i];
        }
    }
}
