// task: twice_in_range
// The mask that writes is the mask that reads.
#include <immintrin.h>
#include <stdlib.h>
void twice_optimized(int n, const double *x, double *y)
{
    double *twice = malloc(sizeof(double) * n + 1);
    for (int i = 0; i < n; i += 8) {
        int left = n - i < 8 ? n - i : 8;
        __mmask8 mask = (__mmask8)((1u << left) - 1);
        __m512d value = _mm512_maskz_loadu_pd(mask, x + i);
        _mm512_mask_storeu_pd(twice + i, mask, _mm512_add_pd(value, value));
    }
    for (int i = 0; i < n; i++)
        y[i] = twice[i];
    free(twice);
}
