#include <immintrin.h>
#include <omp.h>
/* All threads begin at the same place. */
void zero(double *x)
{
#pragma omp parallel
    {
        int me = omp_get_thread_num();
        _mm256_storeu_pd(x + me % 2, _mm256_setzero_pd()); //~ race
    }
}
