// SOUNDNESS 3: a header included inside a function is not read there, and what it declares is nobody's own function.
void matmul_optimized(double *A, double *B, double *C, int M, int N, int K)
{
#include <stdlib.h> //~ HV9006
    C[0] = A[M] * B[N] * M * N * K;
}
