#include <omp.h>
#define TILE 32

static void tiled(const double *in, double *out, int n)
{
#pragma omp parallel for collapse(2)
    for (int ib = 0; ib < n; ib += TILE)
        for (int jb = 0; jb < n; jb += TILE)
            for (int i = ib; i < ib + TILE && i < n; i++)
                for (int j = jb; j < jb + TILE && j < n; j++)
                    out[j * n + i] = in[i * n + j];
}

void kernel(const double *in, double *out, int n)
{
    for (int i = 0; i < n; i++)
        for (int j = 0; j < n; j++)
            out[j * n + i] = in[i * n + j];
}
