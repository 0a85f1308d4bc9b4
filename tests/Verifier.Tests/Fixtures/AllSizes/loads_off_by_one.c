// task: matmul-paper
// alignment: refuted at M=64 N=64 K=64
#include <immintrin.h>
void matmul_optimized(double *A, double *B, double *C, int M, int N, int K)
{
    for (int j = 1; j < N - 8; j += 8)
        _mm512_store_pd(C + j, _mm512_setzero_pd());
}
