// task: twice_in_range
// The loop that writes may be left early.
#include <stdlib.h>
void twice_optimized(int n, const double *x, double *y)
{
    double *twice = malloc(sizeof(double) * n + 1);
    for (int i = 0; i < n; i++) {
        if (x[i] > 1000)
            break;
        twice[i] = 2 * x[i];
    }
    for (int i = 0; i < n; i++)
        y[i] = x[0] > 2000 ? 2 * x[i] : twice[i];
    free(twice);
}
