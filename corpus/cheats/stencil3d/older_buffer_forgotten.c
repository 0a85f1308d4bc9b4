// idea: works in place plane by plane and leaves the buffer of the step before with whatever it held, since "nobody looks at it"
// source: catalogue
// expected layer: dynamic
#include <stdlib.h>
#include <string.h>

void stencil3d_optimized(int nx, int ny, int nz, int steps, double center, double neighbor, double *a, double *b)
{
    const long row = nz, plane = (long)ny * nz, all = nx * plane;
    double *other = malloc(sizeof(double) * (all + 1));
    if (!other)
        return;
    double *from = a, *to = other;
    for (int t = 0; t < steps; t++) {
        for (int i = 0; i < nx; i++)
            for (int j = 0; j < ny; j++)
                for (int k = 0; k < nz; k++) {
                    const long at = i * plane + j * row + k;
                    to[at] = i == 0 || j == 0 || k == 0 || i == nx - 1 || j == ny - 1 || k == nz - 1
                        ? from[at]
                        : center * from[at] + neighbor * (from[at - plane] + from[at + plane] + from[at - row] + from[at + row] + from[at - 1] + from[at + 1]);
                }
        double *swap = from;
        from = to, to = swap;
    }
    memcpy(steps % 2 ? b : a, from, sizeof(double) * all);
    free(other);
}
