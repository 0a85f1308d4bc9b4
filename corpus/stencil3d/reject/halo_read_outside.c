// expect: runtime
// Applies the stencil to every point; reads outside the grid.
void stencil3d_optimized(int nx, int ny, int nz, int steps, double center, double neighbor, double *a, double *b)
{
    double *from = a, *to = b;
    const long row = nz, plane = (long)ny * nz;
    for (int t = 0; t < steps; t++) {
        for (int i = 0; i < nx; i++)
            for (int j = 0; j < ny; j++)
                for (int k = 0; k < nz; k++) {
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
