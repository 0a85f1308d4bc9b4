#include <immintrin.h>
/* Stores of four doubles, three apart. */
void fill(int n, double *x)
{
#pragma omp parallel for schedule(static, 1)
    for (int i = 0; i < n; i++)
        _mm256_storeu_pd(x + 3 * i, _mm256_set1_pd(1.0)); //~ race
}
