// expect: runtime
// needs: avx512f
// After Fig. 5 of the paper (before training): pairs vectors along k of A with vectors along j of B, races on C over
// the k blocks, and reads and writes past the end of C from its last row, at every size.
#include <immintrin.h>
#include <omp.h>
#include <math.h>
#define BLOCK_SIZE 128

void matmul_optimized(double *A, double *B, double *C, int M, int N, int K)
{
#pragma omp parallel for
    for (int i = 0; i < M; i++)
        for (int j = 0; j < N; j++)
            C[i * N + j] = 0.0;

#pragma omp parallel for collapse(3)
    for (int ib = 0; ib < M; ib += BLOCK_SIZE) {
        for (int jb = 0; jb < N; jb += BLOCK_SIZE) {
            for (int kb = 0; kb < K; kb += BLOCK_SIZE) {
                int i_end = ib + BLOCK_SIZE > M ? M : ib + BLOCK_SIZE;
                int j_end = jb + BLOCK_SIZE > N ? N : jb + BLOCK_SIZE;
                int k_end = kb + BLOCK_SIZE > K ? K : kb + BLOCK_SIZE;
                for (int i = ib; i < i_end; i++) {
                    for (int j = jb; j < j_end; j++) {
                        __m512d c0 = _mm512_loadu_pd(&C[i * N + j]);
                        for (int k = kb; k < k_end; k += 8) {
                            __m512d a = _mm512_loadu_pd(&A[i * K + k]);
                            __m512d b = _mm512_loadu_pd(&B[k * N + j]);
                            c0 = _mm512_fmadd_pd(a, b, c0);
                        }
                        _mm512_storeu_pd(&C[i * N + j], c0);
                    }
                }
            }
        }
    }
}
