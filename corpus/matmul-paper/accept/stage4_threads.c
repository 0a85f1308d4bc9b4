// expect: ok
// needs: avx512f
// Stage 4 of Table I: OpenMP joins; tiles are shared out by collapse(2), each with 8 x 8 register blocks.
#include <immintrin.h>

enum { tile = 64 };

static void multiply_8x8(const double *A, const double *B, double *C, int N, int K)
{
    __m512d sum[8];
    for (int r = 0; r < 8; r++)
        sum[r] = _mm512_setzero_pd();
    for (int k = 0; k < K; k++) {
        const __m512d b = _mm512_load_pd(&B[k * N]);
        for (int r = 0; r < 8; r++)
            sum[r] = _mm512_fmadd_pd(_mm512_set1_pd(A[r * K + k]), b, sum[r]);
    }
    for (int r = 0; r < 8; r++)
        _mm512_store_pd(&C[r * N], sum[r]);
}

void matmul_optimized(double *A, double *B, double *C, int M, int N, int K)
{
#pragma omp parallel for collapse(2) schedule(static)
    for (int ib = 0; ib < M; ib += tile)
        for (int jb = 0; jb < N; jb += tile)
            for (int i = ib; i < ib + tile; i += 8)
                for (int j = jb; j < jb + tile; j += 8)
                    multiply_8x8(&A[i * K], &B[j], &C[i * N + j], N, K);
}
