// SOUNDNESS 1: a keyword that means something else.
#define double float //~ HV7004
void matmul_optimized(double *A, double *B, double *C, int M, int N, int K) //~ HV1001
{
    C[0] = A[0] * B[0] * M * N * K;
}
