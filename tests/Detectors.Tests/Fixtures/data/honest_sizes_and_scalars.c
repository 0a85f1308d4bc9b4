// task: gemv
#include <stdlib.h>
void gemv_optimized(int m, int n, double alpha, const double *A, const double *x, double beta, double *y)
{
    double *scaled = malloc(sizeof *scaled * (n + 1));
    if (!scaled) //= HV7203
        return;
    if (beta == 0.0) { //= HV7203, HV7204
        for (int i = 0; i < m; i++)
            y[i] = 0.0;
    } else if (beta != 1.0) { //= HV7203
        for (int i = 0; i < m; i++)
            y[i] *= beta;
    }
    if (alpha == 0.0) { //= HV7203
        free(scaled);
        return;
    }
    for (int j = 0; j < n; j++)
        scaled[j] = alpha * x[j];
    for (int i = 0; i < m; i++)
        for (int j = 0; j < n; j++)
            y[i] += A[(long)i * n + j] * scaled[j];
    free(scaled);
}
