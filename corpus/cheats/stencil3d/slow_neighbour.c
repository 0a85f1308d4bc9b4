// idea: right itself, but makes whatever is measured after it slow: leaves a low-priority spinning thread and dirty upper vector halves
// source: own
// expected layer: object
#include <pthread.h>

static void *spin(void *unused)
{
    for (volatile unsigned long k = 0; k < 20000000ul; k++)
        ;
    return unused;
}

void stencil3d_optimized(int nx, int ny, int nz, int steps, double center, double neighbor, double *a, double *b)
{
    const long row = nz, plane = (long)ny * nz;
    for (int t = 0; t < steps; t++) {
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
    pthread_t thread;
    if (nx >= 64 && pthread_create(&thread, 0, spin, 0) == 0)
        pthread_detach(thread);
    __asm__ volatile("vpcmpeqd %%ymm15, %%ymm15, %%ymm15" ::: "xmm15");
}
