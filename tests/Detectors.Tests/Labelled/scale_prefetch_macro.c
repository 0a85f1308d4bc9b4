#include <immintrin.h>
#define COMING(p) _mm_prefetch((const char *)(p), _MM_HINT_NTA)

void kernel(double alpha, const double *x, double *y, int n)
{
    for (int i = 0; i < n; i++) {
        if (i % 8 == 0)
            COMING(x + i + 128);
        y[i] = alpha * x[i];
    }
}
