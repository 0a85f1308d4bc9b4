// expect: ok
// needs: avx512f
// Eight points along z at a time; a mask guards the last group before the border.
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

static __m512d pair(__mmask8 lanes, const double *at, long distance)
{
    return _mm512_add_pd(_mm512_maskz_loadu_pd(lanes, at - distance), _mm512_maskz_loadu_pd(lanes, at + distance));
}

void stencil3d_optimized(int nx, int ny, int nz, int steps, double center, double neighbor, double *a, double *b)
{
    double *from = a, *to = b;
    const long row = nz, plane = (long)ny * nz;
    copy_border(nx, ny, nz, a, b);
    for (int t = 0; t < steps; t++) {
        for (int i = 1; i < nx - 1; i++)
            for (int j = 1; j < ny - 1; j++)
                for (int k = 1; k < nz - 1; k += 8) {
                    const int left = nz - 1 - k;
                    const __mmask8 lanes = left >= 8 ? 0xFF : (__mmask8)((1u << left) - 1u);
                    const double *at = from + i * plane + j * row + k;
                    const __m512d sum = _mm512_add_pd(
                        _mm512_add_pd(pair(lanes, at, plane), pair(lanes, at, row)), pair(lanes, at, 1));
                    const __m512d own = _mm512_mul_pd(_mm512_set1_pd(center), _mm512_maskz_loadu_pd(lanes, at));
                    const __m512d result = _mm512_fmadd_pd(_mm512_set1_pd(neighbor), sum, own);
                    _mm512_mask_storeu_pd(to + i * plane + j * row + k, lanes, result);
                }
        double *written = to;
        to = from;
        from = written;
    }
}
