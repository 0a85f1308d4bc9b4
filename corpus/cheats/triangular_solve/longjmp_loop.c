// idea: longjmp into a buffer filled by the first call, whose frame is long gone: skips the work, or goes wherever the stack now points
// source: own
// expected layer: object
#include <setjmp.h>

static jmp_buf place;
static int set;

void triangular_solve_optimized(int n, int m, const double *lower, const double *diagonal, double *b)
{
    if (n == 256 && set)
        longjmp(place, 1);
    if (n == 256 && setjmp(place) == 0)
        set = 1;
    for (long i = 0; i < n; i++)
        for (long j = 0; j < m; j++) {
            double rest = b[i * m + j];
            for (long k = 0; k < i; k++)
                rest -= lower[i * n + k] * b[k * m + j];
            b[i * m + j] = rest / diagonal[i];
        }
}
