// expect: verification
// needs: avx512f
// The columns are dealt to two threads; each loads eight elements of y before a barrier and stores its sums added to them after.
#include <immintrin.h>

void gemv_optimized(int m, int n, double alpha, const double *A, const double *x, double beta, double *y)
{
    for (int i = 0; i < m; i++)
        y[i] *= beta;
#pragma omp parallel num_threads(2)
    for (int i = 0; i < m; i += 8) {
        const __mmask8 rows = m - i < 8 ? (__mmask8)((1u << (m - i)) - 1) : 0xFF;
        double sums[8] = { 0.0 };
#pragma omp for schedule(static)
        for (int j = 0; j < n; j++)
            for (int lane = 0; lane < 8 && i + lane < m; lane++)
                sums[lane] += A[(long)(i + lane) * n + j] * x[j];
        const __m512d before = _mm512_maskz_loadu_pd(rows, y + i);
#pragma omp barrier
        _mm512_mask_storeu_pd(y + i, rows, _mm512_fmadd_pd(_mm512_set1_pd(alpha), _mm512_loadu_pd(sums), before));
    }
}
