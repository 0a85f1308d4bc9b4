// expect: ok
// needs: avx2,fma
// Four points along z at a time, the rest of the line one by one.
#include <immintrin.h>

static void copy_border(int nx, int ny, int nz, const double *from, double *to)
{
    const long row = nz, plane = (long)ny * nz;
    for (int i = 0; i < nx; i++)
        for (int j = 0; j < ny; j++) {
            const long at = i * plane + j * row;
            if (i == 0 || i == nx - 1 || j == 0 || j == ny - 1)
                for (int k = 0; k < nz; k++)
                    to[at + k] = from[at + k];
            else if (nz > 0) {
                to[at] = from[at];
                to[at + nz - 1] = from[at + nz - 1];
            }
        }
}

void stencil3d_optimized(int nx, int ny, int nz, int steps, double center, double neighbor, double *a, double *b)
{
    double *from = a, *to = b;
    const long row = nz, plane = (long)ny * nz;
    copy_border(nx, ny, nz, a, b);
    for (int t = 0; t < steps; t++) {
        for (int i = 1; i < nx - 1; i++)
            for (int j = 1; j < ny - 1; j++) {
                int k = 1;
                for (; k + 4 <= nz - 1; k += 4) {
                    const double *at = from + i * plane + j * row + k;
                    __m256d sum = _mm256_add_pd(_mm256_loadu_pd(at - plane), _mm256_loadu_pd(at + plane));
                    sum = _mm256_add_pd(sum, _mm256_add_pd(_mm256_loadu_pd(at - row), _mm256_loadu_pd(at + row)));
                    sum = _mm256_add_pd(sum, _mm256_add_pd(_mm256_loadu_pd(at - 1), _mm256_loadu_pd(at + 1)));
                    const __m256d own = _mm256_mul_pd(_mm256_set1_pd(center), _mm256_loadu_pd(at));
                    _mm256_storeu_pd(to + i * plane + j * row + k, _mm256_fmadd_pd(_mm256_set1_pd(neighbor), sum, own));
                }
                for (; k < nz - 1; k++) {
                    const long at = i * plane + j * row + k;
                    to[at] = center * from[at]
                        + neighbor * (from[at - plane] + from[at + plane]
                            + from[at - row] + from[at + row] + from[at - 1] + from[at + 1]);
                }
            }
        double *written = to;
        to = from;
        from = written;
    }
}
