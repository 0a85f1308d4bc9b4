// expect: ok
// needs: avx512f
// All techniques at once: threads over rows of blocks, B packed per block, 4 x 16 registers, masked edges, prefetch.
#include <immintrin.h>
#include <string.h>

enum { rows_in_register_block = 4, columns_in_panel = 16, depth = 128 };

static void multiply_panel(const double *A, const double *panel, double *C, int N, int K, int rows, int columns, int k_count)
{
    const __mmask8 low = columns >= 8 ? 0xFF : (__mmask8)((1u << columns) - 1u);
    const __mmask8 high = columns >= 16 ? 0xFF : columns > 8 ? (__mmask8)((1u << (columns - 8)) - 1u) : 0;
    __m512d sum[rows_in_register_block][2];

    for (int r = 0; r < rows; r++) {
        sum[r][0] = _mm512_maskz_loadu_pd(low, &C[r * N]);
        sum[r][1] = high ? _mm512_maskz_loadu_pd(high, &C[r * N + 8]) : _mm512_setzero_pd();
    }
    for (int k = 0; k < k_count; k++) {
        const __m512d b0 = _mm512_load_pd(&panel[k * columns_in_panel]);
        const __m512d b1 = _mm512_load_pd(&panel[k * columns_in_panel + 8]);
        for (int r = 0; r < rows; r++) {
            const __m512d a = _mm512_set1_pd(A[r * K + k]);
            sum[r][0] = _mm512_fmadd_pd(a, b0, sum[r][0]);
            sum[r][1] = _mm512_fmadd_pd(a, b1, sum[r][1]);
        }
    }
    for (int r = 0; r < rows; r++) {
        _mm512_mask_storeu_pd(&C[r * N], low, sum[r][0]);
        if (high)
            _mm512_mask_storeu_pd(&C[r * N + 8], high, sum[r][1]);
    }
}

void matmul_optimized(double *A, double *B, double *C, int M, int N, int K)
{
#pragma omp parallel for schedule(static)
    for (int jb = 0; jb < N; jb += columns_in_panel) {
        const int columns = N - jb < columns_in_panel ? N - jb : columns_in_panel;
        _Alignas(64) double panel[depth * columns_in_panel];
        memset(panel, 0, sizeof panel);

        for (int i = 0; i < M; i++)
            for (int j = 0; j < columns; j++)
                C[i * N + jb + j] = 0.0;

        for (int kb = 0; kb < K; kb += depth) {
            const int k_count = K - kb < depth ? K - kb : depth;
            for (int k = 0; k < k_count; k++) {
                if (k + 1 < k_count)
                    _mm_prefetch((const char *)&B[(kb + k + 1) * N + jb], _MM_HINT_T0);
                for (int j = 0; j < columns; j++)
                    panel[k * columns_in_panel + j] = B[(kb + k) * N + jb + j];
            }
            for (int i = 0; i < M; i += rows_in_register_block) {
                const int rows = M - i < rows_in_register_block ? M - i : rows_in_register_block;
                multiply_panel(&A[i * K + kb], panel, &C[i * N + jb], N, K, rows, columns, k_count);
            }
        }
    }
}
