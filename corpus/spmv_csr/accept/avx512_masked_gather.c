// expect: ok
// needs: avx512f
// Eight elements of a row at a time; a mask keeps columns, values and x of the last, partial eight unread.
#include <immintrin.h>

void spmv_csr_optimized(int rows, int cols, int nnz, const int *row_start, const int *column, const double *value,
                        const double *x, double *y)
{
    for (int i = 0; i < rows; i++) {
        const int end = row_start[i + 1];
        __m512d sum = _mm512_setzero_pd();
        for (int k = row_start[i]; k < end; k += 8) {
            const __mmask8 lanes = end - k >= 8 ? 0xFF : (__mmask8)((1u << (end - k)) - 1u);
            const __m512i at = _mm512_maskz_loadu_epi32(lanes, column + k);
            const __m512d a = _mm512_maskz_loadu_pd(lanes, value + k);
            const __m512d b = _mm512_mask_i32gather_pd(_mm512_setzero_pd(), lanes, _mm512_castsi512_si256(at), x, 8);
            sum = _mm512_fmadd_pd(a, b, sum);
        }
        y[i] = _mm512_reduce_add_pd(sum);
    }
}
