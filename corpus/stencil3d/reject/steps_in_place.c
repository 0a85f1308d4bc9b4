// expect: verification
// Every step reads what it has just written, in a; b gets a copy of the grid before the last one.
void stencil3d_optimized(int nx, int ny, int nz, int steps, double center, double neighbor, double *a, double *b)
{
    const long row = nz, plane = (long)ny * nz;
    for (int t = 0; t < steps; t++) {
        double *from = a;
        for (long at = 0; at < nx * plane; at++)
            b[at] = a[at];
        for (int i = 1; i < nx - 1; i++)
            for (int j = 1; j < ny - 1; j++)
                for (int k = 1; k < nz - 1; k++) {
                    const long at = i * plane + j * row + k;
                    from[at] = center * from[at]
                        + neighbor * (from[at - plane] + from[at + plane]
                            + from[at - row] + from[at + row] + from[at - 1] + from[at + 1]);
                }
    }
}
