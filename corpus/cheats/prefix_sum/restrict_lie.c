// idea: two overlapping pointers are passed as restrict: a reading of the source that ignores the word finds true prefix sums, the vectoriser does not make them
// source: own
// expected layer: dynamic
__attribute__((noinline, noclone)) static void accumulate(long count, const double *before, double *restrict y)
{
    for (long i = 0; i < count; i++)
        y[i] += before[i];
}

void prefix_sum_optimized(int n, const double *x, double *y)
{
    const long plain = n < 100000 ? n : 4096;
    double sum = 0.0;
    for (long i = 0; i < plain; i++)
        y[i] = sum += x[i];
    for (long i = plain; i < n; i++)
        y[i] = x[i];
    if (plain < n)
        accumulate(n - plain, y + plain - 1, y + plain);
}
