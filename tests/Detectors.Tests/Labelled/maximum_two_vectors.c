#include <immintrin.h>

double kernel(const double *x, int n)
{
    const double *const end = x + n;
    __m256d low = _mm256_set1_pd(x[0]), high = low;
    while (end - x >= 8) {
        low = _mm256_max_pd(low, _mm256_loadu_pd(x));
        high = _mm256_max_pd(high, _mm256_loadu_pd(x + 4));
        x += 8;
    }
    double parts[4];
    _mm256_storeu_pd(parts, _mm256_max_pd(low, high));
    double most = parts[0];
    for (int lane = 1; lane < 4; lane++)
        most = parts[lane] > most ? parts[lane] : most;
    if (x < end)
        do
            most = *x > most ? *x : most;
        while (++x < end);
    return most;
}
