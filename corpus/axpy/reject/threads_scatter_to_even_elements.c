// expect: verification
// needs: avx512f
// Of two threads one is to take the even elements of a block and the other the odd ones, but both gather and scatter the even ones.
#include <immintrin.h>

void axpy_optimized(int n, double alpha, const double *x, double *y)
{
    const __m256i even = _mm256_setr_epi32(0, 2, 4, 6, 8, 10, 12, 14);
    const int whole = n - n % 16;
#pragma omp parallel num_threads(2)
    for (int i = 0; i < whole; i += 16) {
        const __m512d old = _mm512_i32gather_pd(even, y + i, 8);
        const __m512d new = _mm512_fmadd_pd(_mm512_set1_pd(alpha), _mm512_i32gather_pd(even, x + i, 8), old);
#pragma omp barrier
        _mm512_i32scatter_pd(y + i, even, new, 8);
    }
    for (int i = whole; i < n; i++)
        y[i] = alpha * x[i] + y[i];
}
