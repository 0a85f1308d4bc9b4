#include <immintrin.h>
/* The tail of a row is as long as the row, but starts one element late. */
void rows(int n, int m, double *x)
{
#pragma omp parallel for
    for (int i = 0; i < n; i++) {
        int left = m < 8 ? m : 8;
        __mmask8 tail = (__mmask8)((1u << left) - 1);
        _mm512_mask_storeu_pd(x + i * 4 + 1, tail, _mm512_set1_pd(0.0)); //~ race
    }
}
