// SOUNDNESS 3: gcc compiles nested functions, libclang does not: unsupported, and never a compile error.
void matmul_optimized(double *A, double *B, double *C, int M, int N, int K)
{
    double product(int i, int j) { return A[i] * B[j]; } //~ HV9001
    C[0] = product(M, N) + K;
}
