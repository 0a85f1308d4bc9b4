#define MATRIX(name) float *name
#define ENTRY(result, name) result name
ENTRY(void, matmul)(MATRIX(A), MATRIX(B), MATRIX(C), int M, int N, int K) //~ HV1001
{
    C[0] = A[0] * B[0] + (float)(M + N + K);
}
