/* Gathers four numbers of x at a time; short rows are summed singly. */
#include <immintrin.h>

void spmv_csr_optimized(int rows, int cols, int nnz, const int *row_start, const int *column, const double *value,
                        const double *x, double *y)
{
    (void)cols, (void)nnz;
    for (int i = 0; i < rows; i++) {
        int k = row_start[i];
        const int stop = row_start[i + 1];
        __m256d sum = _mm256_setzero_pd();
        for (; k + 4 <= stop; k += 4) {
            const __m128i index = _mm_loadu_si128((const __m128i *)(column + k));
            sum = _mm256_fmadd_pd(_mm256_loadu_pd(value + k), _mm256_i32gather_pd(x, index, 8), sum);
        }
        double part[4], rest = 0.0;
        _mm256_storeu_pd(part, sum);
        for (; k < stop; k++)
            rest += value[k] * x[column[k]];
        y[i] = (part[0] + part[1]) + (part[2] + part[3]) + rest;
    }
}
