#include <immintrin.h>

typedef double unaligned __attribute__((vector_size(32), aligned(8)));
typedef double aligned_number __attribute__((aligned(64)));

void copy(double *p, int *counts)
{
    *(unaligned *)p = *(const unaligned *)(p + 4);
    unaligned *q = (unaligned *)p;
    q[1] = q[0] + *(__m256d *)p;
    *(__m256i_u *)counts = _mm256_setzero_si256();
}

double promised(const aligned_number *p)
{
    return *p;
}
