// SOUNDNESS 3: a standard header without a model is unsupported, not forbidden.
#include <uchar.h> //~ HV9004
void matmul_optimized(double *A, double *B, double *C, int M, int N, int K)
{
    C[0] = A[M] * B[N] * M * N * K;
}
