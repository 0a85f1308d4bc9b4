#include <xmmintrin.h>

void kernel(const double *A, const double *x, double *y, int m, int n)
{
    for (int i = 0; i < m; i++) {
        double sum = 0.0;
        for (int k = 0; k < n; k++) {
            if (i + 1 < m)
                _mm_prefetch((const char *)&A[(i + 1) * n + k], _MM_HINT_T1);
            sum += A[i * n + k] * x[k];
        }
        y[i] = sum;
    }
}
