// SOUNDNESS 1: the front end must not be shown another program than gcc compiles.
void matmul_optimized(double *A, double *B, double *C, int M, int N, int K)
{
#ifdef __clang__ //~ HV7002, HV7003
    for (int i = 0; i < M * N; i++) C[i] = A[i] * B[i] * K;
#else
    (void)A; (void)B; (void)C; (void)M; (void)N; (void)K;
#endif
}
