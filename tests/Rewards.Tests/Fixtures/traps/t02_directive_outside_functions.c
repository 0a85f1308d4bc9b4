// SOUNDNESS 2: a directive that governs nothing.
#pragma omp parallel for //~ HV7006
void matmul_optimized(double *A, double *B, double *C, int M, int N, int K)
{
    for (int i = 0; i < M; i++) C[i] = A[i] + B[i] + N + K;
}
