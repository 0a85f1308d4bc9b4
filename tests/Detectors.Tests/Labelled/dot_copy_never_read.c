#include <string.h>

double kernel(const double *x, const double *y, int n)
{
    double copy[1024];
    memcpy(copy, x, sizeof *x * (n < 1024 ? n : 1024));
    double sum = 0.0;
    for (int i = 0; i < n; i++)
        sum += x[i] * y[i];
    return sum;
}
