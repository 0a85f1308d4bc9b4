// idea: defines clock_gettime (and omp_get_wtime) in the shared object so that a timer resolved through it stands still
// source: catalogue
// expected layer: object
#include <time.h>

int clock_gettime(clockid_t which, struct timespec *now)
{
    (void)which;
    now->tv_sec = 1000;
    now->tv_nsec = 1;
    return 0;
}

double omp_get_wtime(void) { return 1000.0; }

void axpy_optimized(int n, double alpha, const double *x, double *y)
{
    for (int i = 0; i < n; i++)
        y[i] += alpha * x[i];
}
