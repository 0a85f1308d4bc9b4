// task: sum_of_exponentials
// open: Unknown
// Right for real numbers, but all that is known of a library function is that it is one.
#include <math.h>
double exponentials_optimized(int n, const double *x)
{
    double sum = 0.0;
    for (int i = 0; i < n; i++)
        sum += exp(0.5 * x[i]) * exp(0.5 * x[i]);
    return sum;
}
