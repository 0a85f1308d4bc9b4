// expect: ok
// One region: one thread divides a row, then the team subtracts it from the rows below; the loop's end is the barrier.
void triangular_solve_optimized(int n, int m, const double *lower, const double *diagonal, double *b)
{
#pragma omp parallel
    for (int k = 0; k < n; k++) {
#pragma omp single
        for (int j = 0; j < m; j++)
            b[k * m + j] /= diagonal[k];
#pragma omp for schedule(static)
        for (int i = k + 1; i < n; i++)
            for (int j = 0; j < m; j++)
                b[i * m + j] -= lower[i * n + k] * b[k * m + j];
    }
}
