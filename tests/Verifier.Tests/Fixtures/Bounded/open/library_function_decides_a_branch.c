// task: sum_of_exponentials
// open: Unknown
// reason: is never true
// Whether any exponential is negative, nobody says here: a solver may make a function of its own that is.
#include <math.h>
double exponentials_optimized(int n, const double *x)
{
    double sum = 0.0;
    for (int i = 0; i < n; i++) {
        double term = exp(x[i]);
        if (term < 0.0)
            term = exp(x[i]);
        sum += term;
    }
    return sum;
}
