// expect: verification
// needs: avx2,fma
// Two threads add to one vector of sums: each loads it before a barrier and stores it after, so that one of them is lost.
#include <immintrin.h>

double dot_optimized(int n, const double *x, const double *y)
{
    double sums[4] = { 0.0, 0.0, 0.0, 0.0 };
#pragma omp parallel num_threads(2)
    {
        __m256d part = _mm256_setzero_pd();
#pragma omp for schedule(static)
        for (int i = 0; i < n / 4; i++)
            part = _mm256_fmadd_pd(_mm256_loadu_pd(x + 4 * i), _mm256_loadu_pd(y + 4 * i), part);
        const __m256d before = _mm256_loadu_pd(sums);
#pragma omp barrier
        _mm256_storeu_pd(sums, _mm256_add_pd(before, part));
    }
    double sum = sums[0] + sums[1] + sums[2] + sums[3];
    for (int i = n - n % 4; i < n; i++)
        sum += x[i] * y[i];
    return sum;
}
