// SOUNDNESS 1: values that depend on where and when the text is compiled.
void matmul_optimized(double *A, double *B, double *C, int M, int N, int K)
{
    C[0] = A[M + __LINE__] + B[N + __COUNTER__] + M + N + K; //~ HV7003, HV7003
}
