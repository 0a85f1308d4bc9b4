// expect: ok
// needs: avx512f
// One row at a time in vectors of eight; a mask guards the last group of columns.
#include <immintrin.h>

void gemv_optimized(int m, int n, double alpha, const double *A, const double *x, double beta, double *y)
{
    const int whole = n - n % 8;
    const __mmask8 lanes = (__mmask8)((1u << (n - whole)) - 1u);
    for (int i = 0; i < m; i++) {
        const double *row = A + (long)i * n;
        __m512d sum = _mm512_setzero_pd();
        for (int j = 0; j < whole; j += 8)
            sum = _mm512_fmadd_pd(_mm512_loadu_pd(row + j), _mm512_loadu_pd(x + j), sum);
        const __m512d last = _mm512_maskz_loadu_pd(lanes, row + whole);
        sum = _mm512_fmadd_pd(last, _mm512_maskz_loadu_pd(lanes, x + whole), sum);
        y[i] = alpha * _mm512_reduce_add_pd(sum) + beta * y[i];
    }
}
