#include <xmmintrin.h>
#define PREFETCH_ROW(p) _mm_prefetch((const char *)(p), _MM_HINT_T0)
#define NO_ALIAS restrict

void kernel(const double *A, const double *x, double *y, int m, int n)
{
    for (int i = 0; i < m; i++) {
        double sum = 0.0;
        for (int k = 0; k < n; k++)
            sum += A[i * n + k] * x[k];
        y[i] = sum;
    }
}
