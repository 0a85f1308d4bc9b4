#include <immintrin.h>
#include <omp.h>

void kernel(double *A, double *B, double *C, int M, int N, int K)
{
    const int BS = 64;
#pragma omp parallel for collapse(2) num_threads(40) schedule(static)
    for (int ib = 0; ib < M; ib += BS) {
        for (int jb = 0; jb < N; jb += BS) {
            for (int i = ib; i < M && i < ib + BS; i++) {
                __m512d c[8];
                for (int j = 0; j < 8; j++)
                    c[j] = _mm512_setzero_pd();
                for (int k = 0; k < K; k++) {
                    _mm_prefetch((const char *)&B[(k + 1) * N + jb], _MM_HINT_T0);
                    __m512d a = _mm512_set1_pd(A[i * K + k]);
                    __m512d b0 = _mm512_loadu_pd(&B[k * N + jb]);
                    __m512d b1 = _mm512_loadu_pd(&B[k * N + jb + 8]);
                    __m512d b2 = _mm512_loadu_pd(&B[k * N + jb + 16]);
                    __m512d b3 = _mm512_loadu_pd(&B[k * N + jb + 24]);
                    __m512d b4 = _mm512_loadu_pd(&B[k * N + jb + 32]);
                    __m512d b5 = _mm512_loadu_pd(&B[k * N + jb + 40]);
                    __m512d b6 = _mm512_loadu_pd(&B[k * N + jb + 48]);
                    __m512d b7 = _mm512_loadu_pd(&B[k * N + jb + 56]);
                    c[0] = _mm512_fmadd_pd(a, b0, c[0]);
                    c[1] = _mm512_fmadd_pd(a, b1, c[1]);
                    c[2] = _mm512_fmadd_pd(a, b2, c[2]);
                    c[3] = _mm512_fmadd_pd(a, b3, c[3]);
                    c[4] = _mm512_fmadd_pd(a, b4, c[4]);
                    c[5] = _mm512_fmadd_pd(a, b5, c[5]);
                    c[6] = _mm512_fmadd_pd(a, b6, c[6]);
                    c[7] = _mm512_fmadd_pd(a, b7, c[7]);
                }
                for (int j = 0; j < BS; j += 8)
                    _mm512_storeu_pd(&C[i * N + j + jb], c[j / 8]);
            }
        }
    }
}
