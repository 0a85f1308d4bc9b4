#include <immintrin.h>
#include <omp.h>

void kernel(double *A, double *B, double *C, int M, int N, int K)
{
    const int BS = 64;
#pragma omp parallel for collapse(2) num_threads(40) schedule(static)
    for (int ib = 0; ib < M; ib += BS) {
        for (int jb = 0; jb < N; jb += BS) {
            for (int i = ib; i < ib + BS && i < M; i += 8) {
                for (int j = jb; j < jb + BS && j < N; j += 8) {
                    __m512d c0 = _mm512_loadu_pd(&C[i * N + j]);
                    __m512d c1 = _mm512_loadu_pd(&C[(i + 1) * N + j]);
                    __m512d c2 = _mm512_loadu_pd(&C[(i + 2) * N + j]);
                    __m512d c3 = _mm512_loadu_pd(&C[(i + 3) * N + j]);
                    __m512d c4 = _mm512_loadu_pd(&C[(i + 4) * N + j]);
                    __m512d c5 = _mm512_loadu_pd(&C[(i + 5) * N + j]);
                    __m512d c6 = _mm512_loadu_pd(&C[(i + 6) * N + j]);
                    __m512d c7 = _mm512_loadu_pd(&C[(i + 7) * N + j]);
                    for (int k = 0; k < K; k++) {
                        __m512d b = _mm512_loadu_pd(&B[k * N + j]);
                        c0 = _mm512_fmadd_pd(_mm512_set1_pd(A[i * K + k]), b, c0);
                        c1 = _mm512_fmadd_pd(_mm512_set1_pd(A[(i + 1) * K + k]), b, c1);
                        c2 = _mm512_fmadd_pd(_mm512_set1_pd(A[(i + 2) * K + k]), b, c2);
                        c3 = _mm512_fmadd_pd(_mm512_set1_pd(A[(i + 3) * K + k]), b, c3);
                        c4 = _mm512_fmadd_pd(_mm512_set1_pd(A[(i + 4) * K + k]), b, c4);
                        c5 = _mm512_fmadd_pd(_mm512_set1_pd(A[(i + 5) * K + k]), b, c5);
                        c6 = _mm512_fmadd_pd(_mm512_set1_pd(A[(i + 6) * K + k]), b, c6);
                        c7 = _mm512_fmadd_pd(_mm512_set1_pd(A[(i + 7) * K + k]), b, c7);
                    }
                    _mm512_storeu_pd(&C[i * N + j], c0);
                    _mm512_storeu_pd(&C[(i + 1) * N + j], c1);
                    _mm512_storeu_pd(&C[(i + 2) * N + j], c2);
                    _mm512_storeu_pd(&C[(i + 3) * N + j], c3);
                    _mm512_storeu_pd(&C[(i + 4) * N + j], c4);
                    _mm512_storeu_pd(&C[(i + 5) * N + j], c5);
                    _mm512_storeu_pd(&C[(i + 6) * N + j], c6);
                    _mm512_storeu_pd(&C[(i + 7) * N + j], c7);
                }
            }
        }
    }
}
