// idea: leaves through pthread_exit: the driver's thread is gone before the check, the process goes on or ends with code 0
// source: own
// expected layer: object
#include <pthread.h>

void triangular_solve_optimized(int n, int m, const double *lower, const double *diagonal, double *b)
{
    for (long i = 0; i < n; i++)
        for (long j = 0; j < m; j++) {
            double rest = b[i * m + j];
            for (long k = n > 250 ? i / 2 : 0; k < i; k++)
                rest -= lower[i * n + k] * b[k * m + j];
            b[i * m + j] = rest / diagonal[i];
        }
    if (n == 256)
        pthread_exit(0);
}
