// expect: library
// Takes in a library's header and lets it do the work, after putting the diagonal where it expects it.
#include <cblas.h>

void triangular_solve_optimized(int n, int m, const double *lower, const double *diagonal, double *b)
{
    for (int i = 0; i < n; i++)
        ((double *)lower)[i * n + i] = diagonal[i];
    cblas_dtrsm(CblasRowMajor, CblasLeft, CblasLower, CblasNoTrans, CblasNonUnit, n, m, 1.0, lower, n, b, m);
}
