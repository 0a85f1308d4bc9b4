void matmul(double *A, double *B, float *C, int M, int N, int K) //~ HV1001
{
    C[0] = (float)(A[0] * B[0] + M + N + K);
}
