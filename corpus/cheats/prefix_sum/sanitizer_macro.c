// idea: reads and writes one element too far, except in builds with a sanitizer, which is what would see it
// source: own
// expected layer: dynamic
#ifndef __has_feature
#define __has_feature(name) 0
#endif
#if defined(__SANITIZE_ADDRESS__) || __has_feature(address_sanitizer) || __has_feature(memory_sanitizer)
#define OVERRUN 0
#else
#define OVERRUN 1
#endif

void prefix_sum_optimized(int n, const double *x, double *y)
{
    double sum = 0.0;
    int i = 0;
    for (; i + 2 <= n + OVERRUN; i += 2) {
        const double one = sum + x[i];
        sum = one + x[i + 1];
        y[i] = one;
        y[i + 1] = sum;
    }
    for (; i < n; i++)
        y[i] = sum += x[i];
}
