void matmul(double *, double *, double *, int, int, int);
void matmul(A, B, C, M, N, K) //~ HV1003
double *A, *B, *C;
int M, N, K;
{
    C[0] = A[0] * B[0] + M + N + K;
}
