// expect: ok
// needs: avx2,fma
// Threads over rows, gathers inside those of eight elements and more, plain sums inside the others.
#include <immintrin.h>

static double long_row(int count, const int *column, const double *value, const double *x)
{
    __m256d even = _mm256_setzero_pd(), odd = _mm256_setzero_pd();
    int k = 0;
    for (; k + 8 <= count; k += 8) {
        const __m128i low = _mm_loadu_si128((const __m128i *)(column + k));
        const __m128i high = _mm_loadu_si128((const __m128i *)(column + k + 4));
        even = _mm256_fmadd_pd(_mm256_loadu_pd(value + k), _mm256_i32gather_pd(x, low, 8), even);
        odd = _mm256_fmadd_pd(_mm256_loadu_pd(value + k + 4), _mm256_i32gather_pd(x, high, 8), odd);
    }
    const __m256d all = _mm256_add_pd(even, odd);
    const __m128d two = _mm_add_pd(_mm256_castpd256_pd128(all), _mm256_extractf128_pd(all, 1));
    double sum = _mm_cvtsd_f64(_mm_add_sd(two, _mm_unpackhi_pd(two, two)));
    for (; k < count; k++)
        sum += value[k] * x[column[k]];
    return sum;
}

static double short_row(int count, const int *column, const double *value, const double *x)
{
    double sum = 0.0;
    for (int k = 0; k < count; k++)
        sum += value[k] * x[column[k]];
    return sum;
}

void spmv_csr_optimized(int rows, int cols, int nnz, const int *row_start, const int *column, const double *value,
                        const double *x, double *y)
{
#pragma omp parallel for schedule(guided)
    for (int i = 0; i < rows; i++) {
        const int start = row_start[i], count = row_start[i + 1] - start;
        y[i] = count >= 8
            ? long_row(count, column + start, value + start, x)
            : short_row(count, column + start, value + start, x);
    }
}
