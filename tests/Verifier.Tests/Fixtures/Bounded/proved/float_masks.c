// task: axpy
// A comparison's mask of all ones is a NaN while it is a vector of floats, and all ones again when a blend looks at its sign.
#include <immintrin.h>

void axpy_optimized(int n, double alpha, const double *x, double *y)
{
    int i = 0;
    for (; i + 1 < n; i += 2) {
        const __m128d old = _mm_loadu_pd(&y[i]);
        const __m128d sum = _mm_add_pd(old, _mm_mul_pd(_mm_set1_pd(alpha), _mm_loadu_pd(&x[i])));
        const __m128d mask = _mm_cmpeq_pd(_mm_setr_pd(i, i + 1), _mm_setr_pd(i, i + 1));
        _mm_storeu_pd(&y[i], _mm_blendv_pd(old, sum, mask));
    }
    for (; i < n; i++)
        y[i] += alpha * x[i];
}
