// SOUNDNESS 1: the front end must not be shown another program than gcc compiles; its headers are not gcc's.
#include <stdlib.h>
void matmul_optimized(double *A, double *B, double *C, int M, int N, int K)
{
#ifndef __GLIBC__ //~ HV7002
    for (int i = 0; i < M * N; i++) C[i] = A[i] * B[i] * K;
#else
    (void)A; (void)B; (void)C; (void)M; (void)N; (void)K;
#endif
}
