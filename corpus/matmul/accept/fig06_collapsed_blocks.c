// expect: ok
// After Fig. 6 of the paper (best of experiment 1): clamped blocks of 2048 and a collapsed parallel pair of loops.
#include <immintrin.h>
#include <omp.h>
#define BLOCK_SIZE 2048

void matmul_optimized(double *A, double *B, double *C, int M, int N, int K)
{
#pragma omp parallel for
    for (int i = 0; i < M; ++i)
        for (int j = 0; j < N; ++j)
            C[i * N + j] = 0.0;

    for (int mb = 0; mb < M; mb += BLOCK_SIZE) {
        int m_end = mb + BLOCK_SIZE > M ? M : mb + BLOCK_SIZE;
        for (int kb = 0; kb < K; kb += BLOCK_SIZE) {
            int k_end = kb + BLOCK_SIZE > K ? K : kb + BLOCK_SIZE;
            for (int nb = 0; nb < N; nb += BLOCK_SIZE) {
                int n_end = nb + BLOCK_SIZE > N ? N : nb + BLOCK_SIZE;
#pragma omp parallel for collapse(2)
                for (int i = mb; i < m_end; ++i) {
                    for (int j = nb; j < n_end; ++j) {
                        double cij = C[i * N + j];
                        for (int k = kb; k < k_end; ++k)
                            cij += A[i * K + k] * B[k * N + j];
                        C[i * N + j] = cij;
                    }
                }
            }
        }
    }
}
