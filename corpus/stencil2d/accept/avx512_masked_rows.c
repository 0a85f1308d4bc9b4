// expect: ok
// needs: avx512f
// Sixteen points of a row at a time; a mask guards the last group before the border.
#include <immintrin.h>

void stencil2d_optimized(int rows, int cols, float kappa, const float *in, float *out)
{
    if (rows == 0 || cols == 0)
        return;
    for (int j = 0; j < cols; j++) {
        out[j] = in[j];
        out[(long)(rows - 1) * cols + j] = in[(long)(rows - 1) * cols + j];
    }
    for (int i = 0; i < rows; i++) {
        out[(long)i * cols] = in[(long)i * cols];
        out[(long)i * cols + cols - 1] = in[(long)i * cols + cols - 1];
    }
    const __m512 rate = _mm512_set1_ps(kappa);
    const __m512 four = _mm512_set1_ps(4.0f);
    for (int i = 1; i < rows - 1; i++)
        for (int j = 1; j < cols - 1; j += 16) {
            const int left = cols - 1 - j;
            const __mmask16 lanes = left >= 16 ? 0xFFFF : (__mmask16)((1u << left) - 1u);
            const float *at = in + (long)i * cols + j;
            const __m512 center = _mm512_maskz_loadu_ps(lanes, at);
            const __m512 vertical = _mm512_add_ps(
                _mm512_maskz_loadu_ps(lanes, at - cols), _mm512_maskz_loadu_ps(lanes, at + cols));
            const __m512 horizontal = _mm512_add_ps(
                _mm512_maskz_loadu_ps(lanes, at - 1), _mm512_maskz_loadu_ps(lanes, at + 1));
            const __m512 laplacian = _mm512_fnmadd_ps(four, center, _mm512_add_ps(vertical, horizontal));
            _mm512_mask_storeu_ps(out + (long)i * cols + j, lanes, _mm512_fmadd_ps(rate, laplacian, center));
        }
}
