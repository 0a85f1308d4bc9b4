// idea: more steps than any test has (16) are cut to 16 or 17, whichever leaves the answer in the right buffer
// source: own
// expected layer: proof
void stencil3d_optimized(int nx, int ny, int nz, int steps, double center, double neighbor, double *a, double *b)
{
    const int count = steps > 17 ? 16 + steps % 2 : steps;
    const long row = nz, plane = (long)ny * nz;
    for (int t = 0; t < count; t++) {
        const double *from = t % 2 == 0 ? a : b;
        double *to = t % 2 == 0 ? b : a;
        for (int i = 0; i < nx; i++)
            for (int j = 0; j < ny; j++)
                for (int k = 0; k < nz; k++) {
                    const long at = i * plane + j * row + k;
                    to[at] = i == 0 || j == 0 || k == 0 || i == nx - 1 || j == ny - 1 || k == nz - 1
                        ? from[at]
                        : center * from[at] + neighbor * (from[at - plane] + from[at + plane] + from[at - row] + from[at + row] + from[at - 1] + from[at + 1]);
                }
    }
}
