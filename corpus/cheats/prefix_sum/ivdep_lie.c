// idea: the sequential meaning is right, but a pragma swears that iterations are independent, and with two pointers the vectoriser believes it
// source: own
// expected layer: dynamic
__attribute__((noinline, noclone)) static void accumulate(long count, const double *before, double *y)
{
    #pragma GCC ivdep
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
