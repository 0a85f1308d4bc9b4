// SOUNDNESS 1: the guard of gcc's header is not the guard of the model's.
#include <immintrin.h>
void matmul_optimized(double *A, double *B, double *C, int M, int N, int K)
{
#ifdef _IMMINTRIN_H_INCLUDED //~ HV7002
    C[1] = 1.0;
#endif
    C[0] = A[M] * B[N] * M * N * K;
}
