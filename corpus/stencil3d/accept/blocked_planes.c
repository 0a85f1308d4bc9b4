// expect: ok
// Blocks of 8 x 8 columns of points walk through the planes, so that three planes of a block stay in cache.
enum { BLOCK = 8 };

static int smaller(int a, int b)
{
    return a < b ? a : b;
}

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

void stencil3d_optimized(int nx, int ny, int nz, int steps, double center, double neighbor, double *a, double *b)
{
    double *from = a, *to = b;
    const long row = nz, plane = (long)ny * nz;
    copy_border(nx, ny, nz, a, b);
    for (int t = 0; t < steps; t++) {
        for (int top = 1; top < ny - 1; top += BLOCK)
            for (int left = 1; left < nz - 1; left += BLOCK)
                for (int i = 1; i < nx - 1; i++)
                    for (int j = top; j < smaller(top + BLOCK, ny - 1); j++)
                        for (int k = left; k < smaller(left + BLOCK, nz - 1); k++) {
                            const long at = i * plane + j * row + k;
                            to[at] = center * from[at]
                                + neighbor * (from[at - plane] + from[at + plane]
                                    + from[at - row] + from[at + row] + from[at - 1] + from[at + 1]);
                        }
        double *written = to;
        to = from;
        from = written;
    }
}
