#define FAST /* inline */ __inline__
FAST void matmul(double *A, double *B, double *C, int M, int N, int K) //~ HV1002
{
    C[0] = A[0] * B[0] + M + N + K;
}
