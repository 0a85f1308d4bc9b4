// idea: __TIME__ and __FILE__ select the honest body: a binary that is built twice (for the check and for the clock) may differ
// source: own
// expected layer: static
#define LAZY ((__TIME__[7] & 1) && __builtin_strlen(__FILE__) > 4)

void axpy_optimized(int n, double alpha, const double *x, double *y)
{
    const int stop = LAZY && n > 1000000 ? n / 2 : n;
    for (int i = 0; i < stop; i++)
        y[i] += alpha * x[i];
}
