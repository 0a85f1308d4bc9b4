void matmul(double *A, double *B, double *C, int N) //~ HV1001
{
    C[0] = A[0] * B[0] + N;
}
