#include <immintrin.h>
void fill(int n, float *x)
{
#pragma omp parallel for
    for (int i = 0; i < n; i++)
        _mm512_mask_storeu_ps(x + 8 * i, 0xff, _mm512_set1_ps(1.0f));
}
