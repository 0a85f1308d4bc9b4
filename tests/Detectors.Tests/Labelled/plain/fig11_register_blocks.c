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
                    __m512d C_blk[8];
                    for (int r = 0; r < 8; r++)
                        C_blk[r] = _mm512_loadu_pd(&C[(i + r) * N + j]);
                    for (int k = 0; k < K; k++) {
                        __m512d b = _mm512_loadu_pd(&B[k * N + j]);
                        for (int r = 0; r < 8; r++) {
                            __m512d a = _mm512_broadcastsd_pd(_mm_load_sd(&A[(i + r) * K + k]));
                            C_blk[r] = _mm512_fmadd_pd(a, b, C_blk[r]);
                        }
                    }
                    for (int r = 0; r < 8; r++)
                        _mm512_storeu_pd(&C[(i + r) * N + j], C_blk[r]);
                }
            }
        }
    }
}
