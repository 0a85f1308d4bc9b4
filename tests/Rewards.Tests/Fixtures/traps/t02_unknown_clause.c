// SOUNDNESS 2: words that are not understood make the statement unsupported, and nothing is dropped.
void matmul_optimized(double *A, double *B, double *C, int M, int N, int K)
{
#pragma omp parallel for frobnicate(M) //~ HV9003
    for (int i = 0; i < M; i++) C[i] = A[i] + B[i] + N + K;
}
