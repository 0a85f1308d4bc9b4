// task: triangular_solve
#include <immintrin.h>
void triangular_solve_optimized(int n, int m, const double *lower, const double *diagonal, double *b)
{
    for (long i = 0; i < n; i++) {
        const __m512d reciprocal = _mm512_rcp14_pd(_mm512_set1_pd(diagonal[i])); //~ HV7209
        for (long j = 0; j < m; j++) {
            double rest = b[i * m + j];
            for (long k = 0; k < i; k++)
                rest -= lower[i * n + k] * b[k * m + j];
            b[i * m + j] = rest * _mm512_cvtsd_f64(reciprocal);
        }
    }
}
