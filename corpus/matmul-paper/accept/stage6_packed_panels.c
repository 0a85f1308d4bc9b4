// expect: ok
// needs: avx512f
// Stage 6 of Table I: everything; each thread packs a 64 x 16 panel of B and streams all rows of A past it.
#include <immintrin.h>

enum { depth = 64, width = 16 };

void matmul_optimized(double *A, double *B, double *C, int M, int N, int K)
{
#pragma omp parallel for num_threads(40) schedule(static)
    for (int j = 0; j < N; j += width) {
        _Alignas(64) double panel[depth * width];
        for (int kb = 0; kb < K; kb += depth) {
            for (int k = 0; k < depth; k++)
                for (int c = 0; c < width; c += 8)
                    _mm512_store_pd(&panel[k * width + c], _mm512_load_pd(&B[(kb + k) * N + j + c]));
            for (int i = 0; i < M; i++) {
                __m512d low = _mm512_load_pd(&C[i * N + j]), high = _mm512_load_pd(&C[i * N + j + 8]);
                if (i + 1 < M)
                    _mm_prefetch((const char *)&A[(i + 1) * K + kb], _MM_HINT_T0);
                for (int k = 0; k < depth; k++) {
                    const __m512d a = _mm512_set1_pd(A[i * K + kb + k]);
                    low = _mm512_fmadd_pd(a, _mm512_load_pd(&panel[k * width]), low);
                    high = _mm512_fmadd_pd(a, _mm512_load_pd(&panel[k * width + 8]), high);
                }
                _mm512_store_pd(&C[i * N + j], low);
                _mm512_store_pd(&C[i * N + j + 8], high);
            }
        }
    }
}
