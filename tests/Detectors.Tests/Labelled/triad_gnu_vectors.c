#include <string.h>

typedef double lane_group __attribute__((vector_size(64)));
enum { lanes = sizeof(lane_group) / sizeof(double) };

void kernel(double alpha, const double *x, const double *y, double *z, int n)
{
    int i = 0;
    for (; i + lanes <= n; i += lanes) {
        lane_group u, v;
        memcpy(&u, x + i, sizeof u);
        memcpy(&v, y + i, sizeof v);
        v = alpha * u + v;
        memcpy(z + i, &v, sizeof v);
    }
    for (; i < n; i++)
        z[i] = alpha * x[i] + y[i];
}
