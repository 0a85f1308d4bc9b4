#include <limits.h>
#include <hpcverify.h>

void triangular_solve_optimized(int n, int m, const double *lower, const double *diagonal, double *b);

/* Solves (lower + diagonal) X = B for m right-hand sides by forward substitution; b holds B (n x m, row-major) and then X.
   Only what lies below the diagonal of 'lower' (n x n, row-major) counts; the diagonal is a vector of its own, and the
   rest of 'lower' holds anything. Its elements are small against the diagonal, so that the system is well conditioned. */
void triangular_solve_contract(int n, int m, const double *lower, const double *diagonal, double *b)
{
    requires(n >= 0 && m >= 0);
    requires(n <= INT_MAX - 4096 && m <= INT_MAX - 4096);
    requires((long)n * n <= INT_MAX && (long)n * m <= INT_MAX);

    readable(lower, (long)n * n);
    in_range(lower, (long)n * n, -1.0 / n, 1.0 / n);
    readable(diagonal, n);
    in_range(diagonal, n, 1.0, 2.0);
    updates(b, (long)n * m);
    disjoint(b, lower);
    disjoint(b, diagonal);

    /* Row i adds up i products and divides; its error is passed on with factors that add up to less than one. A product
       with the reciprocal rounds once more than a division. */
    tolerance(6.0 * (n + 1.0));
}

void triangular_solve_reference(int n, int m, const double *lower, const double *diagonal, double *b)
{
    for (long i = 0; i < n; i++)
        for (long j = 0; j < m; j++) {
            double rest = b[i * m + j];
            for (long k = 0; k < i; k++)
                rest -= lower[i * n + k] * b[k * m + j];
            b[i * m + j] = rest / diagonal[i];
        }
}

static double absolute(double number) { return number < 0.0 ? -number : number; }

/* What the substitution could reach if nothing cancelled. */
void triangular_solve_magnitude(int n, int m, const double *lower, const double *diagonal, double *b)
{
    for (long i = 0; i < n; i++)
        for (long j = 0; j < m; j++) {
            double sum = absolute(b[i * m + j]);
            for (long k = 0; k < i; k++)
                sum += absolute(lower[i * n + k]) * b[k * m + j];
            b[i * m + j] = sum / absolute(diagonal[i]);
        }
}
