// task: spmv_csr
#include <immintrin.h>
void spmv_csr_optimized(int rows, int cols, int nnz, const int *row_start, const int *column, const double *value,
                        const double *x, double *y)
{
    (void)cols;
    (void)nnz;
    for (int i = 0; i < rows; i++) {
        double sum = 0.0;
        if (row_start[i] == row_start[i + 1]) { //= HV7204
            y[i] = 0.0;
            continue;
        }
        for (int k = row_start[i]; k < row_start[i + 1]; k++) { //= HV7204
            const __m256i at = _mm256_cmpgt_epi32(_mm256_set1_epi32(column[k]), _mm256_setzero_si256()); //= HV7204
            sum += value[k] * x[column[k]] + 0 * _mm256_movemask_epi8(at);
        }
        y[i] = sum;
    }
}
