// expect: verification
// needs: avx2,fma
// Two threads leave their sums for each other with streaming stores, but both in the same place.
#include <immintrin.h>

double dot_optimized(int n, const double *x, const double *y)
{
    _Alignas(32) double stage[4];
    double sum = 0.0;
#pragma omp parallel num_threads(2) reduction(+ : sum)
    {
        __m256d part = _mm256_setzero_pd();
#pragma omp for schedule(static)
        for (int i = 0; i < n / 4; i++)
            part = _mm256_fmadd_pd(_mm256_loadu_pd(x + 4 * i), _mm256_loadu_pd(y + 4 * i), part);
        _mm256_stream_pd(stage, part);
        _mm_sfence();
#pragma omp barrier
        sum += stage[0] + stage[1] + stage[2] + stage[3];
    }
    for (int i = n - n % 4; i < n; i++)
        sum += x[i] * y[i];
    return sum;
}
