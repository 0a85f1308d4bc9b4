#include <immintrin.h>
/* The load reaches one element into the next thread's block. */
void smooth(int n, double *x)
{
#pragma omp parallel for
    for (int i = 0; i < n; i++) {
        __m256d next = _mm256_loadu_pd(x + 4 * i + 1); //~ race
        _mm256_storeu_pd(x + 4 * i, next);             //~ race
    }
}
