#define OPTIONAL __attribute__((__weak__))
OPTIONAL void matmul(double *A, double *B, double *C, int M, int N, int K) //~ HV1002, HV1114
{
    C[0] = A[0] * B[0] + M + N + K;
}
