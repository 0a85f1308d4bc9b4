#include <immintrin.h>
/* Each store writes nine lanes of eight that are its own. */
void fill(int n, float *x)
{
#pragma omp parallel for
    for (int i = 0; i < n; i++)
        _mm512_mask_storeu_ps(x + 8 * i, 0x1ff, _mm512_set1_ps(1.0f)); //~ race
}
