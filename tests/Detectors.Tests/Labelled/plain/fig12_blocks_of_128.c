#include <immintrin.h>
#include <omp.h>

void kernel(double *A, double *B, double *C, int M, int N, int K)
{
    const int BS = 128;
#pragma omp parallel num_threads(40)
    {
        int tid = omp_get_thread_num();
        int nt = omp_get_num_threads();
        int chunk = (M + nt - 1) / nt;
        int ib_s = tid * chunk, ib_e = (tid + 1) * chunk;
        ib_e = ib_e < M ? ib_e : M;
        for (int ib = ib_s; ib < ib_e; ib += BS) {
            int im = (ib + BS) > ib_e ? ib_e : (ib + BS);
            for (int jb = 0; jb < N; jb += BS) {
                int jm = (jb + BS) > N ? N : (jb + BS);
                for (int i = ib; i < im; i++) {
                    for (int j = jb; j < jm; j += 64) {
                        __m512d c0 = _mm512_loadu_pd(&C[i * N + j]);
                        __m512d c1 = _mm512_loadu_pd(&C[i * N + j + 8]);
                        __m512d c2 = _mm512_loadu_pd(&C[i * N + j + 16]);
                        __m512d c3 = _mm512_loadu_pd(&C[i * N + j + 24]);
                        __m512d c4 = _mm512_loadu_pd(&C[i * N + j + 32]);
                        __m512d c5 = _mm512_loadu_pd(&C[i * N + j + 40]);
                        __m512d c6 = _mm512_loadu_pd(&C[i * N + j + 48]);
                        __m512d c7 = _mm512_loadu_pd(&C[i * N + j + 56]);
                        for (int k = 0; k < K; k++) {
                            if (k + 1 < K)
                                _mm_prefetch((const char *)&B[(k + 1) * N + j], _MM_HINT_T0);
                            __m512d a = _mm512_set1_pd(A[i * K + k]);
                            __m512d b0 = _mm512_loadu_pd(&B[k * N + j]);
                            __m512d b1 = _mm512_loadu_pd(&B[k * N + j + 8]);
                            __m512d b2 = _mm512_loadu_pd(&B[k * N + j + 16]);
                            __m512d b3 = _mm512_loadu_pd(&B[k * N + j + 24]);
                            __m512d b4 = _mm512_loadu_pd(&B[k * N + j + 32]);
                            __m512d b5 = _mm512_loadu_pd(&B[k * N + j + 40]);
                            __m512d b6 = _mm512_loadu_pd(&B[k * N + j + 48]);
                            __m512d b7 = _mm512_loadu_pd(&B[k * N + j + 56]);
                            c0 = _mm512_fmadd_pd(a, b0, c0);
                            c1 = _mm512_fmadd_pd(a, b1, c1);
                            c2 = _mm512_fmadd_pd(a, b2, c2);
                            c3 = _mm512_fmadd_pd(a, b3, c3);
                            c4 = _mm512_fmadd_pd(a, b4, c4);
                            c5 = _mm512_fmadd_pd(a, b5, c5);
                            c6 = _mm512_fmadd_pd(a, b6, c6);
                            c7 = _mm512_fmadd_pd(a, b7, c7);
                        }
                        _mm512_storeu_pd(&C[i * N + j], c0);
                        _mm512_storeu_pd(&C[i * N + j + 8], c1);
                        _mm512_storeu_pd(&C[i * N + j + 16], c2);
                        _mm512_storeu_pd(&C[i * N + j + 24], c3);
                        _mm512_storeu_pd(&C[i * N + j + 32], c4);
                        _mm512_storeu_pd(&C[i * N + j + 40], c5);
                        _mm512_storeu_pd(&C[i * N + j + 48], c6);
                        _mm512_storeu_pd(&C[i * N + j + 56], c7);
                    }
                }
            }
        }
    }
}
