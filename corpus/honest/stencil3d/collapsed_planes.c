/* One parallel region for all steps; planes and rows are shared out, inner points are vectorised. */
void stencil3d_optimized(int nx, int ny, int nz, int steps, double center, double neighbor, double *a, double *b)
{
    const long row = nz, plane = (long)ny * nz;
    #pragma omp parallel if (nx * plane > 20000)
    for (int t = 0; t < steps; t++) {
        const double *from = t & 1 ? b : a;
        double *to = t & 1 ? a : b;
        #pragma omp for collapse(2) schedule(static)
        for (int i = 0; i < nx; i++)
            for (int j = 0; j < ny; j++) {
                const double *p = from + i * plane + j * row;
                double *q = to + i * plane + j * row;
                if (i == 0 || j == 0 || i == nx - 1 || j == ny - 1 || nz < 3) {
                    for (int k = 0; k < nz; k++)
                        q[k] = p[k];
                } else {
                    q[0] = p[0];
                    #pragma omp simd
                    for (int k = 1; k < nz - 1; k++)
                        q[k] = center * p[k] + neighbor * ((p[k - plane] + p[k + plane]) + (p[k - row] + p[k + row]) + (p[k - 1] + p[k + 1]));
                    q[nz - 1] = p[nz - 1];
                }
            }
    }
}
