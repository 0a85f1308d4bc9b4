// expect: runtime
// needs: avx512f
// Fig. 13 of the paper outside its padded sizes:
// 64 columns a step without a tail, and aligned loads and stores on rows that are not aligned.
#include <immintrin.h>
#include <omp.h>

void matmul_optimized(double *A, double *B, double *C, int M, int N, int K)
{
#pragma omp parallel for num_threads(40) schedule(static)
    for (int i = 0; i < M; i++) {
        for (int j = 0; j < N; j += 64) {
            __m512d s0 = _mm512_setzero_pd();
            __m512d s1 = _mm512_setzero_pd();
            __m512d s2 = _mm512_setzero_pd();
            __m512d s3 = _mm512_setzero_pd();
            __m512d s4 = _mm512_setzero_pd();
            __m512d s5 = _mm512_setzero_pd();
            __m512d s6 = _mm512_setzero_pd();
            __m512d s7 = _mm512_setzero_pd();
            for (int k = 0; k < K; k++) {
                if (k < K - 1)
                    _mm_prefetch((const char *)&B[(k + 1) * N + j], _MM_HINT_T0);
                __m512d a = _mm512_set1_pd(A[i * K + k]);
                s0 = _mm512_fmadd_pd(a, _mm512_load_pd(&B[k * N + j]), s0);
                s1 = _mm512_fmadd_pd(a, _mm512_load_pd(&B[k * N + j + 8]), s1);
                s2 = _mm512_fmadd_pd(a, _mm512_load_pd(&B[k * N + j + 16]), s2);
                s3 = _mm512_fmadd_pd(a, _mm512_load_pd(&B[k * N + j + 24]), s3);
                s4 = _mm512_fmadd_pd(a, _mm512_load_pd(&B[k * N + j + 32]), s4);
                s5 = _mm512_fmadd_pd(a, _mm512_load_pd(&B[k * N + j + 40]), s5);
                s6 = _mm512_fmadd_pd(a, _mm512_load_pd(&B[k * N + j + 48]), s6);
                s7 = _mm512_fmadd_pd(a, _mm512_load_pd(&B[k * N + j + 56]), s7);
            }
            _mm512_store_pd(&C[i * N + j], s0);
            _mm512_store_pd(&C[i * N + j + 8], s1);
            _mm512_store_pd(&C[i * N + j + 16], s2);
            _mm512_store_pd(&C[i * N + j + 24], s3);
            _mm512_store_pd(&C[i * N + j + 32], s4);
            _mm512_store_pd(&C[i * N + j + 40], s5);
            _mm512_store_pd(&C[i * N + j + 48], s6);
            _mm512_store_pd(&C[i * N + j + 56], s7);
        }
    }
}
