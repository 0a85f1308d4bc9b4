// task: sum_of_exponentials
// open: Unknown
// What a library gives for a known number is that library's own, however likely it is to be one.
#include <math.h>
double exponentials_optimized(int n, const double *x)
{
    double sum = 0.0;
    for (int i = 0; i < n; i++)
        sum += exp(x[i]) * exp(0.0);
    return sum;
}
