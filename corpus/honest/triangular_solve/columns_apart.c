/* The right-hand sides are independent: threads take strips of eight columns. */
void triangular_solve_optimized(int n, int m, const double *lower, const double *diagonal, double *b)
{
    #pragma omp parallel for schedule(static) if ((long)n * m > 4000)
    for (int j0 = 0; j0 < m; j0 += 8) {
        const int wide = m - j0 < 8 ? m - j0 : 8;
        if (wide == 8) {
            for (long i = 0; i < n; i++) {
                double rest[8];
                for (int j = 0; j < 8; j++)
                    rest[j] = b[i * m + j0 + j];
                for (long k = 0; k < i; k++)
                    for (int j = 0; j < 8; j++)
                        rest[j] -= lower[i * n + k] * b[k * m + j0 + j];
                for (int j = 0; j < 8; j++)
                    b[i * m + j0 + j] = rest[j] / diagonal[i];
            }
        } else {
            for (long i = 0; i < n; i++)
                for (int j = j0; j < j0 + wide; j++) {
                    double rest = b[i * m + j];
                    for (long k = 0; k < i; k++)
                        rest -= lower[i * n + k] * b[k * m + j];
                    b[i * m + j] = rest / diagonal[i];
                }
        }
    }
}
