#include <limits.h>
#include <hpcverify.h>

void stencil3d_optimized(int nx, int ny, int nz, int steps, double center, double neighbor, double *a, double *b);

/* 'steps' steps of the seven-point stencil on a grid of nx x ny x nz points, z running fastest. A step reads one buffer
   and writes the other, then they change places: a holds the grid at first, odd steps write b, even steps write a. At the
   end the buffer written last holds the grid and the other one the grid a step before. An inner point becomes
   center * itself + neighbor * (the sum of its six neighbours); a border point is copied. */
void stencil3d_contract(int nx, int ny, int nz, int steps, double center, double neighbor, double *a, double *b)
{
    (void)center;
    (void)neighbor;
    requires(nx >= 0 && ny >= 0 && nz >= 0);
    requires(nx <= 32768 && ny <= 32768 && nz <= 32768);
    requires((long)nx * ny * nz <= INT_MAX);
    requires(steps >= 1 && steps <= 64);

    updates(a, (long)nx * ny * nz);
    writes(b, (long)nx * ny * nz);
    disjoint(b, a);

    /* Nine roundings a step on either side. */
    tolerance(20.0 * steps);
}

static void step(int nx, int ny, int nz, double center, double neighbor, const double *from, double *to)
{
    const long row = nz, plane = (long)ny * nz;
    for (int i = 0; i < nx; i++)
        for (int j = 0; j < ny; j++)
            for (int k = 0; k < nz; k++) {
                const long at = i * plane + j * row + k;
                const int is_border = i == 0 || j == 0 || k == 0 || i == nx - 1 || j == ny - 1 || k == nz - 1;
                to[at] = is_border
                    ? from[at]
                    : center * from[at]
                        + neighbor * (from[at - plane] + from[at + plane]
                            + from[at - row] + from[at + row] + from[at - 1] + from[at + 1]);
            }
}

void stencil3d_reference(int nx, int ny, int nz, int steps, double center, double neighbor, double *a, double *b)
{
    for (int t = 0; t < steps; t++)
        step(nx, ny, nz, center, neighbor, t % 2 == 0 ? a : b, t % 2 == 0 ? b : a);
}
