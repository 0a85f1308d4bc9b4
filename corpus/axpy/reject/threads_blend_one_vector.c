// expect: verification
// needs: avx2,fma
// Two threads each own half of y. The vector over the seam both load, change two lanes of, and store whole.
#include <immintrin.h>
#include <omp.h>

void axpy_optimized(int n, double alpha, const double *x, double *y)
{
    const int seam = n / 2 - 2;
    if (seam < 0 || n < 4) {
        for (int i = 0; i < n; i++)
            y[i] = alpha * x[i] + y[i];
        return;
    }
#pragma omp parallel num_threads(2)
    {
#pragma omp for schedule(static)
        for (int i = 0; i < seam; i++)
            y[i] = alpha * x[i] + y[i];
#pragma omp for schedule(static)
        for (int i = seam + 4; i < n; i++)
            y[i] = alpha * x[i] + y[i];
        const __m256d old = _mm256_loadu_pd(y + seam);
        const __m256d new = _mm256_fmadd_pd(_mm256_set1_pd(alpha), _mm256_loadu_pd(x + seam), old);
#pragma omp barrier
        const int isLower = omp_get_thread_num() == 0, isUpper = omp_get_thread_num() == omp_get_num_threads() - 1;
        _mm256_storeu_pd(y + seam, isLower && isUpper ? new : isLower ? _mm256_blend_pd(old, new, 0x3) : _mm256_blend_pd(old, new, 0xC));
    }
}
