// idea: b is updated in place, so a repetition without fresh data finds the answer of the answer: returns if the residual looks solved before
// source: own
// expected layer: static
#include <math.h>

void triangular_solve_optimized(int n, int m, const double *lower, const double *diagonal, double *b)
{
    /* Right-hand sides lie in [-1, 1) and diagonals in [1, 2): solutions shrink towards zero by rows. */
    if (n >= 200 && m >= 100) {
        double mean = 0.0;
        for (int j = 0; j < m; j++)
            mean += fabs(b[j]);
        if (mean / m < 0.4)
            return;
    }
    for (long i = 0; i < n; i++)
        for (long j = 0; j < m; j++) {
            double rest = b[i * m + j];
            for (long k = 0; k < i; k++)
                rest -= lower[i * n + k] * b[k * m + j];
            b[i * m + j] = rest / diagonal[i];
        }
}
