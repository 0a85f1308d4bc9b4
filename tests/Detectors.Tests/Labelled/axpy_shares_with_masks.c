#include <immintrin.h>
#include <omp.h>

#define LEFT(n) ((__mmask8)((n) < 8 ? (1u << (n)) - 1u : 255u))
#define GET(p, n) _mm512_maskz_loadu_pd(LEFT(n), (p))
#define PUT(p, n, v) _mm512_mask_storeu_pd((p), LEFT(n), (v))

void kernel(double alpha, const double *x, double *y, int n)
{
    const __m512d factor = _mm512_set1_pd(alpha);
#pragma omp parallel
    {
        const long team = omp_get_num_threads(), me = omp_get_thread_num();
        const int begin = (int)(n * me / team), end = (int)(n * (me + 1) / team);
        for (int i = begin; i < end; i += 8)
            PUT(y + i, end - i, _mm512_fmadd_pd(factor, GET(x + i, end - i), GET(y + i, end - i)));
    }
}
