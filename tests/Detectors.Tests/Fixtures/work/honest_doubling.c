// task: prefix_sum
#include <string.h>
void prefix_sum_optimized(int n, const double *x, double *y)
{
    memcpy(y, x, sizeof *y * (size_t)n);
    for (long distance = 1; distance < n; distance *= 2)
        for (long i = n - 1; i >= distance; i--)
            y[i] += y[i - distance]; //= HV7217
}
