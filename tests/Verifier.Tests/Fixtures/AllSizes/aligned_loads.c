// task: matmul
// assume: N % 8 == 0
// alignment: unknown: 'C' is only known to be at a multiple of 8 bytes, and 64 are needed at line 9
#include <immintrin.h>
void matmul_optimized(double *A, double *B, double *C, int M, int N, int K)
{
    for (int i = 0; i < M; i++)
        for (int j = 0; j < N; j += 8)
            _mm512_store_pd(C + i * N + j, _mm512_setzero_pd());
}
