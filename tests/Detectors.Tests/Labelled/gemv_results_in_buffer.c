#include <string.h>

void kernel(const double *A, const double *x, double *y, int m, int n)
{
    double packed[4096];
    for (int i = 0; i < m; i++) {
        double sum = 0.0;
        for (int k = 0; k < n; k++)
            sum += A[i * n + k] * x[k];
        packed[i] = sum;
    }
    memcpy(y, packed, sizeof *y * m);
}
