// SOUNDNESS 2: gcc rejects this; here it must not turn into a clause without items.
void matmul_optimized(double *A, double *B, double *C, int M, int N, int K)
{
#pragma omp parallel for private(M + 1) //~ HV9003
    for (int i = 0; i < M; i++) C[i] = A[i] + B[i] + N + K;
}
