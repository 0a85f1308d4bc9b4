// task: axpy
// A prefetch reads nothing: its address may lie anywhere.
#include <string.h>
#include <xmmintrin.h>
void axpy_optimized(int n, double alpha, const double *x, double *y)
{
    double block[4];
    for (int i = 0; i < n; i += 4) {
        const int count = n - i < 4 ? n - i : 4;
        _mm_prefetch((const char *)(x + i + 512), _MM_HINT_T0);
        __builtin_prefetch(y + i + 512);
        memcpy(block, x + i, count * sizeof(double));
        for (int k = 0; k < count; k++)
            y[i + k] += alpha * block[k];
    }
}
