// SOUNDNESS 1: what one compiler folds and the other does not.
void matmul_optimized(double *A, double *B, double *C, int M, int N, int K)
{
    if (__builtin_constant_p(M)) //~ HV7003
        C[0] = A[0];
    C[0] = _Generic(M, int: A[0], default: B[0]) * N * K; //~ HV7003, HV9003
}
