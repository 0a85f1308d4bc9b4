// expect: runtime
// needs: avx512f
// Fig. 9 of the paper outside its padded sizes:
// 64-column tiles have no tail: a row of N columns is stored past its end unless N is a multiple of 64.
#include <immintrin.h>
#include <omp.h>

void matmul_optimized(double *A, double *B, double *C, int M, int N, int K)
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
                    c[0] = _mm512_fmadd_pd(a, _mm512_loadu_pd(&B[k * N + jb]), c[0]);
                    c[1] = _mm512_fmadd_pd(a, _mm512_loadu_pd(&B[k * N + jb + 8]), c[1]);
                    c[2] = _mm512_fmadd_pd(a, _mm512_loadu_pd(&B[k * N + jb + 16]), c[2]);
                    c[3] = _mm512_fmadd_pd(a, _mm512_loadu_pd(&B[k * N + jb + 24]), c[3]);
                    c[4] = _mm512_fmadd_pd(a, _mm512_loadu_pd(&B[k * N + jb + 32]), c[4]);
                    c[5] = _mm512_fmadd_pd(a, _mm512_loadu_pd(&B[k * N + jb + 40]), c[5]);
                    c[6] = _mm512_fmadd_pd(a, _mm512_loadu_pd(&B[k * N + jb + 48]), c[6]);
                    c[7] = _mm512_fmadd_pd(a, _mm512_loadu_pd(&B[k * N + jb + 56]), c[7]);
                }
                for (int j = 0; j < BS; j += 8)
                    _mm512_storeu_pd(&C[i * N + j + jb], c[j / 8]);
            }
        }
    }
}
