/* Two steps in one sweep: the second follows two planes behind the first, while both are in the cache. */
#include <string.h>

static void plane_step(int i, int nx, int ny, int nz, double center, double neighbor, const double *from, double *to)
{
    const long row = nz, plane = (long)ny * nz;
    const double *p = from + i * plane;
    double *q = to + i * plane;
    if (i == 0 || i == nx - 1 || ny < 3 || nz < 3) {
        memcpy(q, p, sizeof(double) * plane);
        return;
    }
    memcpy(q, p, sizeof(double) * row);
    memcpy(q + plane - row, p + plane - row, sizeof(double) * row);
    for (long at = row; at < plane - row; at += row) {
        q[at] = p[at];
        for (long k = at + 1; k < at + row - 1; k++)
            q[k] = center * p[k] + neighbor * (p[k - plane] + p[k + plane] + p[k - row] + p[k + row] + p[k - 1] + p[k + 1]);
        q[at + row - 1] = p[at + row - 1];
    }
}

void stencil3d_optimized(int nx, int ny, int nz, int steps, double center, double neighbor, double *a, double *b)
{
    if (nx == 0 || ny == 0 || nz == 0)
        return;
    int t = 0;
    /* In the second step plane i of a is overwritten when plane i + 2 of b is done, so nobody needs it any more. */
    for (; t + 2 <= steps; t += 2)
        for (int i = 0; i < nx + 2; i++) {
            if (i < nx)
                plane_step(i, nx, ny, nz, center, neighbor, a, b);
            if (i >= 2)
                plane_step(i - 2, nx, ny, nz, center, neighbor, b, a);
        }
    if (t < steps)
        for (int i = 0; i < nx; i++)
            plane_step(i, nx, ny, nz, center, neighbor, a, b);
}
