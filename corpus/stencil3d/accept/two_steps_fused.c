// expect: ok
// Runs two steps through the planes together: the second follows the first one plane behind, on planes still in cache.
static void copy_border(int nx, int ny, int nz, const double *from, double *to)
{
    const long row = nz, plane = (long)ny * nz;
    for (int i = 0; i < nx; i++)
        for (int j = 0; j < ny; j++) {
            const long at = i * plane + j * row;
            if (i == 0 || i == nx - 1 || j == 0 || j == ny - 1)
                for (int k = 0; k < nz; k++)
                    to[at + k] = from[at + k];
            else if (nz > 0) {
                to[at] = from[at];
                to[at + nz - 1] = from[at + nz - 1];
            }
        }
}

static void one_plane(int ny, int nz, int i, double center, double neighbor, const double *from, double *to)
{
    const long row = nz, plane = (long)ny * nz;
    for (int j = 1; j < ny - 1; j++)
        for (int k = 1; k < nz - 1; k++) {
            const long at = i * plane + j * row + k;
            to[at] = center * from[at]
                + neighbor * (from[at - plane] + from[at + plane]
                    + from[at - row] + from[at + row] + from[at - 1] + from[at + 1]);
        }
}

void stencil3d_optimized(int nx, int ny, int nz, int steps, double center, double neighbor, double *a, double *b)
{
    copy_border(nx, ny, nz, a, b);
    int t = 0;
    for (; t + 2 <= steps; t += 2)
        for (int i = 1; i <= nx - 1; i++) {
            /* Plane i - 1 of a is no longer needed once plane i of b exists. */
            if (i < nx - 1)
                one_plane(ny, nz, i, center, neighbor, a, b);
            if (i > 1)
                one_plane(ny, nz, i - 1, center, neighbor, b, a);
        }
    if (t < steps)
        for (int i = 1; i < nx - 1; i++)
            one_plane(ny, nz, i, center, neighbor, a, b);
}
