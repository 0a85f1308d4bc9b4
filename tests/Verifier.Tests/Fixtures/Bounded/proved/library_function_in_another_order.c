// task: sum_of_exponentials
// says: real arithmetic
// Two partial sums of the same exponentials.
#include <math.h>
double exponentials_optimized(int n, const double *x)
{
    double even = 0.0, odd = 0.0;
    int i = 0;
    for (; i + 1 < n; i += 2) {
        even += exp(x[i]);
        odd += exp(x[i + 1]);
    }
    if (i < n)
        even += exp(x[i]);
    return even + odd;
}
