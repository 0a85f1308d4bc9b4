// task: sum_of_exponentials
// The function of floats is another function.
#include <math.h>
double exponentials_optimized(int n, const double *x)
{
    double sum = 0.0;
    for (int i = 0; i < n; i++)
        sum += expf((float)x[i]);
    return sum;
}
