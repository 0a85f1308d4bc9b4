#include <math.h>

double kernel(const double *x, const double *y, int n)
{
    double dot = 0.0, norm = 0.0;
    for (int i = 0; i < n; i++) {
        dot += x[i] * y[i];
        norm += x[i] * x[i];
    }
    return norm > 0.0 ? dot / sqrt(norm) : 0.0;
}
