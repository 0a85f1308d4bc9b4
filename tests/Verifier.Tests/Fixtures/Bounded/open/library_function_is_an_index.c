// task: sum_of_exponentials
// open: Unknown
// Whether an index stays inside hangs on what the library gives.
#include <math.h>
double exponentials_optimized(int n, const double *x)
{
    static const double one[2] = { 1.0, 1.0 };
    double sum = 0.0;
    for (int i = 0; i < n; i++)
        sum += exp(x[i]) * one[(int)tanh(1.0)];
    return sum;
}
