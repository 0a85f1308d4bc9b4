typedef float real;
typedef long size;
typedef int result;
result matmul(real *A, double *B, double *C, size M, int N, int K) //~ HV1001
{
    C[0] = A[0] * B[0] + (double)M + N + K;
    return 0;
}
