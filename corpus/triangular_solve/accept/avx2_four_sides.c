// expect: ok
// needs: avx2,fma
// Four right-hand sides in a register, the remaining ones scalar.
#include <immintrin.h>

void triangular_solve_optimized(int n, int m, const double *lower, const double *diagonal, double *b)
{
    for (int i = 0; i < n; i++) {
        const __m256d divisor = _mm256_set1_pd(diagonal[i]);
        int j = 0;
        for (; j + 4 <= m; j += 4) {
            __m256d rest = _mm256_loadu_pd(b + i * m + j);
            for (int k = 0; k < i; k++)
                rest = _mm256_fnmadd_pd(_mm256_set1_pd(lower[i * n + k]), _mm256_loadu_pd(b + k * m + j), rest);
            _mm256_storeu_pd(b + i * m + j, _mm256_div_pd(rest, divisor));
        }
        for (; j < m; j++) {
            double rest = b[i * m + j];
            for (int k = 0; k < i; k++)
                rest -= lower[i * n + k] * b[k * m + j];
            b[i * m + j] = rest / diagonal[i];
        }
    }
}
