// expect: ok
// One team for all steps; every thread has its own view of which buffer is which.
void stencil3d_optimized(int nx, int ny, int nz, int steps, double center, double neighbor, double *a, double *b)
{
    const long row = nz, plane = (long)ny * nz;
#pragma omp parallel
    {
        for (int t = 0; t < steps; t++) {
            const double *from = t % 2 == 0 ? a : b;
            double *to = t % 2 == 0 ? b : a;
#pragma omp for schedule(static)
            for (int i = 0; i < nx; i++)
                for (int j = 0; j < ny; j++)
                    for (int k = 0; k < nz; k++) {
                        const long at = i * plane + j * row + k;
                        to[at] = from[at];
                        if (i > 0 && i < nx - 1 && j > 0 && j < ny - 1 && k > 0 && k < nz - 1)
                            to[at] = center * from[at]
                                + neighbor * (from[at - plane] + from[at + plane]
                                    + from[at - row] + from[at + row] + from[at - 1] + from[at + 1]);
                    }
        }
    }
}
