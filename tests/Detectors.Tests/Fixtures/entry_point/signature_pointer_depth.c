void matmul(double **A, double *B, double *C, int M, int N, unsigned K) //~ HV1001
{
    C[0] = A[0][0] * B[0] + M + N + K;
}
