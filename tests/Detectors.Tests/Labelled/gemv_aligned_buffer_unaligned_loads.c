#include <immintrin.h>

void kernel(const double *A, const double *x, int stride, double *y, int m, int n)
{
    _Alignas(64) double copy[1024];
    for (int k = 0; k < n; k++)
        copy[k] = x[k * stride];
    for (int i = 0; i < m; i++) {
        __m256d sums = _mm256_setzero_pd();
        for (int k = 0; k < n; k += 4)
            sums = _mm256_fmadd_pd(_mm256_loadu_pd(A + i * n + k), _mm256_loadu_pd(copy + k), sums);
        double parts[4];
        _mm256_storeu_pd(parts, sums);
        y[i] = parts[0] + parts[1] + parts[2] + parts[3];
    }
}
