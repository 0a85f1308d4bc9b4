#include <immintrin.h>
#define THREADED 0
enum { vectors = 0 };

double kernel(const double *x, const double *y, int n)
{
    double sum = 0.0;
    if (THREADED) {
#pragma omp parallel for reduction(+ : sum)
        for (int i = 0; i < n; i++)
            sum += x[i] * y[i];
        return sum;
    }
    if (vectors && n >= 8) {
        __m512d lanes = _mm512_setzero_pd();
        for (int i = 0; i + 8 <= n; i += 8)
            lanes = _mm512_fmadd_pd(_mm512_loadu_pd(x + i), _mm512_loadu_pd(y + i), lanes);
        return _mm512_reduce_add_pd(lanes);
    }
    for (int i = 0; i < n; i++)
        sum += x[i] * y[i];
    return sum;
}
