#include <limits.h>
#include <hpcverify.h>

void histogram_optimized(int n, int bins, const int *value, int *count);

/* How often each of 0 .. bins - 1 occurs among the n values. */
void histogram_contract(int n, int bins, const int *value, int *count)
{
    requires(n >= 0 && n <= INT_MAX - 4096);
    requires(bins >= 0 && bins <= 65536);
    requires(n == 0 || bins > 0);

    readable(value, n);
    in_range(value, n, 0, bins);
    writes(count, bins);
    disjoint(count, value);
}

void histogram_reference(int n, int bins, const int *value, int *count)
{
    for (int b = 0; b < bins; b++)
        count[b] = 0;
    for (int i = 0; i < n; i++)
        count[value[i]]++;
}
