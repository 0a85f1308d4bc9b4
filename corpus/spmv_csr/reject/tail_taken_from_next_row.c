// expect: runtime
// needs: avx512f
// The last eight of a row are loaded without a mask: the next row joins the sum, and the last row leaves the arrays.
#include <immintrin.h>

void spmv_csr_optimized(int rows, int cols, int nnz, const int *row_start, const int *column, const double *value,
                        const double *x, double *y)
{
    for (int i = 0; i < rows; i++) {
        __m512d sum = _mm512_setzero_pd();
        for (int k = row_start[i]; k < row_start[i + 1]; k += 8) {
            const __m256i at = _mm256_loadu_si256((const __m256i *)(column + k));
            sum = _mm512_fmadd_pd(_mm512_loadu_pd(value + k), _mm512_i32gather_pd(at, x, 8), sum);
        }
        y[i] = _mm512_reduce_add_pd(sum);
    }
}
