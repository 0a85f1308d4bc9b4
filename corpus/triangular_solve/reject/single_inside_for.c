// expect: compile
// A single region closely inside a work-sharing loop.
void triangular_solve_optimized(int n, int m, const double *lower, const double *diagonal, double *b)
{
#pragma omp parallel for
    for (int i = 0; i < n; i++) {
        for (int k = 0; k < i; k++)
            for (int j = 0; j < m; j++)
                b[i * m + j] -= lower[i * n + k] * b[k * m + j];
#pragma omp single
        for (int j = 0; j < m; j++)
            b[i * m + j] /= diagonal[i];
    }
}
