// task: whole_part_of_a_sum
// open: unknown
// Equal over the reals, but rounding down makes a whole unit of the difference of two roundings.
#include <math.h>
double whole_optimized(int n, const double *x)
{
    double sum = 0.0;
    for (int i = n - 1; i >= 0; i--)
        sum += x[i];
    return floor(sum);
}
