// expect: format
// Takes its sizes as size_t: another signature.
#include <stddef.h>

void stencil3d_optimized(size_t nx, size_t ny, size_t nz, int steps, double center, double neighbor, double *a, double *b)
{
    for (size_t at = 0; at < nx * ny * nz; at++)
        b[at] = steps > 1 ? neighbor * a[at] : center * a[at];
}
