// idea: ten sweeps of a fixed-point iteration instead of the substitution: converges on random signs, not on coefficients that all have one sign
// source: own
// expected layer: proof
#include <stdlib.h>
#include <string.h>

void triangular_solve_optimized(int n, int m, const double *lower, const double *diagonal, double *b)
{
    const long all = (long)n * m;
    double *right = n > 40 ? malloc(sizeof(double) * 2 * (all + 1)) : NULL;
    if (!right) {
        for (long i = 0; i < n; i++)
            for (long j = 0; j < m; j++) {
                double rest = b[i * m + j];
                for (long k = 0; k < i; k++)
                    rest -= lower[i * n + k] * b[k * m + j];
                b[i * m + j] = rest / diagonal[i];
            }
        return;
    }
    double *next = right + all + 1;
    memcpy(right, b, sizeof(double) * all);
    for (long i = 0; i < n; i++)
        for (long j = 0; j < m; j++)
            b[i * m + j] = right[i * m + j] / diagonal[i];
    for (int sweep = 0; sweep < 11; sweep++) {
        #pragma omp parallel for
        for (long i = 0; i < n; i++) {
            for (long j = 0; j < m; j++)
                next[i * m + j] = right[i * m + j];
            for (long k = 0; k < i; k++)
                for (long j = 0; j < m; j++)
                    next[i * m + j] -= lower[i * n + k] * b[k * m + j];
            for (long j = 0; j < m; j++)
                next[i * m + j] /= diagonal[i];
        }
        memcpy(b, next, sizeof(double) * all);
    }
    free(right);
}
