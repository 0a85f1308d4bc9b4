#include <immintrin.h>
#define DEEP 128
#define ROWS 32

static int at_most(int a, int b) { return a < b ? a : b; }

static void pair_of_rows(const double *a, int K, const double *panel, double *c, int N, int depth)
{
    __m512d c00 = _mm512_loadu_pd(c), c01 = _mm512_loadu_pd(c + 8);
    __m512d c10 = _mm512_loadu_pd(c + N), c11 = _mm512_loadu_pd(c + N + 8);
    for (int k = 0; k < depth; k++) {
        _mm_prefetch((const char *)(panel + 16 * (k + 8)), _MM_HINT_T0);
        const __m512d b0 = _mm512_load_pd(panel + 16 * k), b1 = _mm512_load_pd(panel + 16 * k + 8);
        const __m512d a0 = _mm512_set1_pd(a[k]), a1 = _mm512_set1_pd(a[K + k]);
        c00 = _mm512_fmadd_pd(a0, b0, c00);
        c01 = _mm512_fmadd_pd(a0, b1, c01);
        c10 = _mm512_fmadd_pd(a1, b0, c10);
        c11 = _mm512_fmadd_pd(a1, b1, c11);
    }
    _mm512_storeu_pd(c, c00);
    _mm512_storeu_pd(c + 8, c01);
    _mm512_storeu_pd(c + N, c10);
    _mm512_storeu_pd(c + N + 8, c11);
}

void kernel(const double *restrict A, const double *restrict B, double *restrict C, int M, int N, int K)
{
#pragma omp parallel for
    for (int ib = 0; ib < M; ib += ROWS)
        for (int kb = 0; kb < K; kb += DEEP) {
            const int depth = at_most(DEEP, K - kb), i_end = at_most(ib + ROWS, M);
            int j = 0;
            for (; j + 16 <= N; j += 16) {
                _Alignas(64) double panel[16 * DEEP];
                for (int k = 0; k < depth; k++)
                    for (int c = 0; c < 16; c++)
                        panel[16 * k + c] = B[(kb + k) * N + j + c];
                for (int i = ib; i < i_end; i += 2)
                    pair_of_rows(A + i * K + kb, K, panel, C + i * N + j, N, depth);
            }
            for (; j < N; j++)
                for (int i = ib; i < i_end; i++)
                    for (int k = kb; k < kb + depth; k++)
                        C[i * N + j] += A[i * K + k] * B[k * N + j];
        }
}
