// expect: ok
// Copies each right-hand side into a buffer, where its elements lie side by side.
#include <stdlib.h>

void triangular_solve_optimized(int n, int m, const double *lower, const double *diagonal, double *b)
{
    double *side = malloc(((size_t)n + 1) * sizeof *side);
    for (int j = 0; j < m; j++) {
        for (int i = 0; i < n; i++) {
            double sum = 0.0;
            for (int k = 0; k < i; k++)
                sum += lower[i * n + k] * side[k];
            side[i] = (b[i * m + j] - sum) / diagonal[i];
        }
        for (int i = 0; i < n; i++)
            b[i * m + j] = side[i];
    }
    free(side);
}
