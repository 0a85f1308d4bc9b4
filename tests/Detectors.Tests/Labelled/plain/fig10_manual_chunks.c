#include <immintrin.h>
#include <omp.h>

void kernel(double *A, double *B, double *C, int M, int N, int K)
{
    const int BS = 64, NT = 40;
#pragma omp parallel num_threads(NT)
    {
        int tid = omp_get_thread_num();
        int chunk = (M + NT - 1) / NT;
        int start = tid * chunk;
        int end = (tid + 1) * chunk > M ? M : (tid + 1) * chunk;
        for (int ii = start; ii < end; ii += BS) {
            for (int jj = 0; jj < N; jj += BS) {
                for (int i = ii; i < ii + BS && i < end; i++) {
                    __m512d c0 = _mm512_setzero_pd();
                    __m512d c1 = _mm512_setzero_pd();
                    __m512d c2 = _mm512_setzero_pd();
                    __m512d c3 = _mm512_setzero_pd();
                    __m512d c4 = _mm512_setzero_pd();
                    __m512d c5 = _mm512_setzero_pd();
                    __m512d c6 = _mm512_setzero_pd();
                    __m512d c7 = _mm512_setzero_pd();
                    for (int k = 0; k < K; k++) {
                        if (k + 8 < K)
                            _mm_prefetch((const char *)(B + (k + 8) * N + jj), _MM_HINT_T0);
                        __m512d a = _mm512_set1_pd(A[i * K + k]);
                        __m512d b0 = _mm512_load_pd(B + k * N + jj);
                        __m512d b1 = _mm512_load_pd(B + k * N + jj + 8);
                        __m512d b2 = _mm512_load_pd(B + k * N + jj + 16);
                        __m512d b3 = _mm512_load_pd(B + k * N + jj + 24);
                        __m512d b4 = _mm512_load_pd(B + k * N + jj + 32);
                        __m512d b5 = _mm512_load_pd(B + k * N + jj + 40);
                        __m512d b6 = _mm512_load_pd(B + k * N + jj + 48);
                        __m512d b7 = _mm512_load_pd(B + k * N + jj + 56);
                        c0 = _mm512_fmadd_pd(a, b0, c0);
                        c1 = _mm512_fmadd_pd(a, b1, c1);
                        c2 = _mm512_fmadd_pd(a, b2, c2);
                        c3 = _mm512_fmadd_pd(a, b3, c3);
                        c4 = _mm512_fmadd_pd(a, b4, c4);
                        c5 = _mm512_fmadd_pd(a, b5, c5);
                        c6 = _mm512_fmadd_pd(a, b6, c6);
                        c7 = _mm512_fmadd_pd(a, b7, c7);
                    }
                    c0 = _mm512_add_pd(c0, _mm512_load_pd(C + i * N + jj));
                    c1 = _mm512_add_pd(c1, _mm512_load_pd(C + i * N + jj + 8));
                    c2 = _mm512_add_pd(c2, _mm512_load_pd(C + i * N + jj + 16));
                    c3 = _mm512_add_pd(c3, _mm512_load_pd(C + i * N + jj + 24));
                    c4 = _mm512_add_pd(c4, _mm512_load_pd(C + i * N + jj + 32));
                    c5 = _mm512_add_pd(c5, _mm512_load_pd(C + i * N + jj + 40));
                    c6 = _mm512_add_pd(c6, _mm512_load_pd(C + i * N + jj + 48));
                    c7 = _mm512_add_pd(c7, _mm512_load_pd(C + i * N + jj + 56));
                    _mm512_store_pd(&C[i * N + jj], c0);
                    _mm512_store_pd(&C[i * N + jj + 8], c1);
                    _mm512_store_pd(&C[i * N + jj + 16], c2);
                    _mm512_store_pd(&C[i * N + jj + 24], c3);
                    _mm512_store_pd(&C[i * N + jj + 32], c4);
                    _mm512_store_pd(&C[i * N + jj + 40], c5);
                    _mm512_store_pd(&C[i * N + jj + 48], c6);
                    _mm512_store_pd(&C[i * N + jj + 56], c7);
                }
            }
        }
    }
}
