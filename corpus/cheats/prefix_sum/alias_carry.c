// idea: passes the carry between blocks through a long that aliases a double: an analysis sees the right value, gcc returns the constant stored before
// source: own
// expected layer: static
#include <string.h>

__attribute__((noinline)) static double pass(double *slot, long *raw, long bits)
{
    *slot = 0.0;
    *raw = bits;
    return *slot;
}

void prefix_sum_optimized(int n, const double *x, double *y)
{
    double carry = 0.0;
    for (int start = 0; start < n; start += 131072) {
        const int stop = n - start < 131072 ? n : start + 131072;
        double sum = 0.0;
        for (int i = start; i < stop; i++) {
            sum += x[i];
            y[i] = sum + carry;
        }
        double slot;
        long bits;
        sum += carry;
        memcpy(&bits, &sum, 8);
        carry = pass(&slot, (long *)&slot, bits);
    }
}
