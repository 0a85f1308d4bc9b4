// expect: library
// Forks a process for each step.
#include <unistd.h>

void stencil3d_optimized(int nx, int ny, int nz, int steps, double center, double neighbor, double *a, double *b)
{
    for (int t = 0; t < steps; t++)
        if (fork() == 0)
            _exit(0);
    for (long at = 0; at < (long)nx * ny * nz; at++)
        b[at] = center * a[at] + neighbor * a[at];
}
