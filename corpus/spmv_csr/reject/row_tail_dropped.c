// expect: verification
// needs: avx2,fma
// Whole fours of each row and nothing after them.
#include <immintrin.h>

void spmv_csr_optimized(int rows, int cols, int nnz, const int *row_start, const int *column, const double *value,
                        const double *x, double *y)
{
    for (int i = 0; i < rows; i++) {
        const int end = row_start[i + 1];
        __m256d lanes = _mm256_setzero_pd();
        for (int k = row_start[i]; k + 4 <= end; k += 4) {
            const __m128i at = _mm_loadu_si128((const __m128i *)(column + k));
            lanes = _mm256_fmadd_pd(_mm256_loadu_pd(value + k), _mm256_i32gather_pd(x, at, 8), lanes);
        }
        const __m128d two = _mm_add_pd(_mm256_castpd256_pd128(lanes), _mm256_extractf128_pd(lanes, 1));
        y[i] = _mm_cvtsd_f64(_mm_add_sd(two, _mm_unpackhi_pd(two, two)));
    }
}
