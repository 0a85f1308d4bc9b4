// expect: verification
// Writes the points inside only; the border of b keeps what it held.
void stencil3d_optimized(int nx, int ny, int nz, int steps, double center, double neighbor, double *a, double *b)
{
    double *from = a, *to = b;
    const long row = nz, plane = (long)ny * nz;
    for (int t = 0; t < steps; t++) {
        for (int i = 1; i < nx - 1; i++)
            for (int j = 1; j < ny - 1; j++)
                for (int k = 1; k < nz - 1; k++) {
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
