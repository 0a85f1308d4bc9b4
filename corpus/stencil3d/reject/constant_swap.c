// expect: compile
// Swaps pointers that were declared constant.
void stencil3d_optimized(int nx, int ny, int nz, int steps, double center, double neighbor, double *a, double *b)
{
    double *const from = a;
    double *const to = b;
    for (int t = 0; t < steps; t++) {
        for (long at = 0; at < (long)nx * ny * nz; at++)
            to[at] = center * from[at] + neighbor * from[at];
        double *written = to;
        to = from;
        from = written;
    }
}
