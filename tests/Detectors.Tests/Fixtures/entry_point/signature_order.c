void matmul(int M, int N, int K, double *A, double *B, double *C) //~ HV1001
{
    C[0] = A[0] * B[0] + M + N + K;
}
