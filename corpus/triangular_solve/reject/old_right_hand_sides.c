// expect: verification
// Subtracts products with the right-hand sides instead of the solution: one step of an iteration. Right for n <= 1.
#include <stdlib.h>
#include <string.h>

void triangular_solve_optimized(int n, int m, const double *lower, const double *diagonal, double *b)
{
    double *old = malloc((size_t)n * (size_t)m * sizeof *old + 1);
    memcpy(old, b, (size_t)n * (size_t)m * sizeof *old);
    for (int i = 0; i < n; i++)
        for (int j = 0; j < m; j++) {
            double rest = old[i * m + j];
            for (int k = 0; k < i; k++)
                rest -= lower[i * n + k] * old[k * m + j];
            b[i * m + j] = rest / diagonal[i];
        }
    free(old);
}
